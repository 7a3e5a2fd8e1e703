package dev.underpin.rig.virtual;

import dev.underpin.cloud.Cloud;
import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.uptane.Role;
import dev.underpin.rig.port.Manufacturer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sets what the simulated cloud knows of the car and its user, and releases updates. */
final class VirtualManufacturer implements Manufacturer {
    static final String PHONE = "+371 2000 0000";
    private static final String EMAIL = "bob@example.org";
    private static final String TOO_NEW = "9999.99";

    private final Cloud cloud;
    private final ReleaseCatalogue catalogue;
    private final UnaryOperator<Release> building;
    private Account account;

    /** @param building what becomes of a release when it is built */
    VirtualManufacturer(Cloud cloud, ReleaseCatalogue catalogue, String vin, UnaryOperator<Release> building) {
        this.building = building;
        this.cloud = cloud;
        this.catalogue = catalogue;
        this.account = Account.of(vin, "Bob", PHONE);
        cloud.enrol(account);
    }

    @Override
    public void registered(boolean registered) {
        set(account.withRegistered(registered));
    }

    @Override
    public void contactDetails(boolean valid) {
        set(valid ? account.withContact(PHONE, EMAIL) : account.withContact("", ""));
    }

    @Override
    public void updateConsent(boolean given) {
        set(account.withOtaConsent(given));
    }

    @Override
    public void updateSupported(boolean supported) {
        set(account.withOtaSupported(supported));
    }

    @Override
    public void softwareRecentEnough(boolean recent) {
        Map<String, String> required = new LinkedHashMap<>(catalogue.diagnosticsMinimum());
        if (!recent) {
            required.replaceAll((ecu, version) -> TOO_NEW);
        }
        cloud.desk().requireSoftware(required);
    }

    @Override
    public void publish(String bundle) {
        cloud.updates().publish(building.apply(catalogue.release(bundle)), account.vin());
    }

    @Override
    public void rotateKeys(String repository, String role) {
        cloud.updates().rotate(repository, Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void withdraw(String reason) {
        cloud.updates().withdraw(account.vin(), reason);
    }

    @Override
    public String version(String bundle) {
        return catalogue.release(bundle).version();
    }

    private void set(Account changed) {
        account = changed;
        cloud.enrol(account);
    }
}
