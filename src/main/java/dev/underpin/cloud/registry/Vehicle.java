package dev.underpin.cloud.registry;

import java.security.PublicKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One vehicle in the registry: its account, its key, its inventory and the way to it. */
public final class Vehicle {
    private final PublicKey key;
    private final Mailbox mailbox = new Mailbox();
    private final Mailbox appInbox = new Mailbox();
    private final Map<String, EcuRecord> inventory = new LinkedHashMap<>();
    private Account account;

    Vehicle(Account account, PublicKey key) {
        this.account = account;
        this.key = key;
    }

    public String vin() {
        return account.vin();
    }

    public Account account() {
        return account;
    }

    void account(Account changed) {
        this.account = changed;
    }

    /** The key that verifies what the vehicle signs. */
    public PublicKey key() {
        return key;
    }

    /** Messages to the vehicle. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Messages to the user's app. */
    public Mailbox appInbox() {
        return appInbox;
    }

    /** The ECUs with software that the cloud manages. */
    public Collection<EcuRecord> inventory() {
        return inventory.values();
    }

    public Optional<EcuRecord> ecu(String name) {
        return Optional.ofNullable(inventory.get(name));
    }

    /** Replaces what is known of one ECU. */
    public void record(EcuRecord ecu) {
        inventory.put(ecu.ecu(), ecu);
    }
}
