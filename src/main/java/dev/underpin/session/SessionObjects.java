package dev.underpin.session;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoBuilder;

/**
 * Makes the glue classes, anew for each scenario, by their constructors. A constructor may ask for other glue classes and for what the
 * run gives: so the steps receive the run's rig and journal without anything static. One per thread of the run.
 */
final class SessionObjects implements ObjectFactory {
    private final Map<Class<?>, Object> given;
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private MutablePicoContainer container = empty();

    SessionObjects(Map<Class<?>, Object> given) {
        this.given = given;
    }

    @Override
    public boolean addClass(Class<?> glueClass) {
        if (!given.containsKey(glueClass) && !glueClass.isInterface() && classes.add(glueClass)) {
            for (Constructor<?> constructor : glueClass.getConstructors()) {
                Set.of(constructor.getParameterTypes()).forEach(this::addClass);
            }
        }
        return true;
    }

    @Override
    public void start() {
        container = empty();
        given.forEach(container::addComponent);
        classes.forEach(container::addComponent);
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
        container.dispose();
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return container.getComponent(type);
    }

    private static MutablePicoContainer empty() {
        return new PicoBuilder().withCaching().withLifecycle().build();
    }
}
