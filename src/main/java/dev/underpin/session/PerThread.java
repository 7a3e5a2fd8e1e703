package dev.underpin.session;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.runtime.ObjectFactorySupplier;

/** One object factory for each thread that runs scenarios; Cucumber asks several times on each. */
final class PerThread implements ObjectFactorySupplier {
    private final ThreadLocal<ObjectFactory> factory;

    PerThread(Glue glue) {
        this.factory = ThreadLocal.withInitial(() -> new SessionObjects(glue.given()));
    }

    @Override
    public ObjectFactory get() {
        return factory.get();
    }
}
