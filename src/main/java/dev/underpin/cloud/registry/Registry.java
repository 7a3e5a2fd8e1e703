package dev.underpin.cloud.registry;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.trust.DevelopmentKeys;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The accounts and vehicles that the cloud knows. */
public final class Registry {
    private final DevelopmentKeys keys;
    private final AuditLog audit;
    private final Map<String, Vehicle> vehicles = new LinkedHashMap<>();

    public Registry(DevelopmentKeys keys, AuditLog audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** Creates the account, or changes it. */
    public Vehicle account(Account account) {
        Vehicle vehicle = vehicles.get(account.vin());
        if (vehicle == null) {
            vehicle = new Vehicle(account, keys.vehicle(account.vin()).getPublic());
            vehicles.put(account.vin(), vehicle);
        }
        vehicle.account(account);
        audit.add("cloud", "account", account.vin(), account.registered() ? "registered" : "not registered");
        return vehicle;
    }

    /**
     * The vehicle {@code vin}.
     *
     * @throws ApiError 404 {@code unknown-vehicle}
     */
    public Vehicle vehicle(String vin) {
        Vehicle vehicle = vehicles.get(vin);
        if (vehicle == null) {
            throw new ApiError(404, "unknown-vehicle", "no vehicle " + vin + " is known");
        }
        return vehicle;
    }

    public boolean knows(String vin) {
        return vehicles.containsKey(vin);
    }

    public Collection<Vehicle> vehicles() {
        return vehicles.values();
    }
}
