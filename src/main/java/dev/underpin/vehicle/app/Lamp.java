package dev.underpin.vehicle.app;

/** The warning lamps of the cluster. */
public enum Lamp {
    HV_BATTERY("hv-battery", "HvBattery"),
    BATTERY_TEMPERATURE("battery-temperature", "BatteryTemperature"),
    POWER_LIMITED("power-limited", "PowerLimited"),
    BRAKE("brake", "Brake"),
    LOW_VOLTAGE("12v", "LowVoltage"),
    CHARGE("charge", "Charge"),
    EV_SYSTEM("ev-system", "EvSystem"),
    UPDATE("update", "Update"),
    ADAS("adas", "Adas");

    private final String label;
    private final String signal;
    private final String request;

    Lamp(String label, String signal) {
        this.label = label;
        this.signal = signal;
        this.request = "Lamp" + signal;
    }

    /** The name in tables and records. */
    public String label() {
        return label;
    }

    /** The signal's name in {@code IPC_Lamps}. */
    public String signal() {
        return signal;
    }

    /** The signal's name in the alive frame of a unit that asks for it. */
    String request() {
        return request;
    }

    /** The lamp that a table calls {@code label}. */
    static Lamp of(String label) {
        for (Lamp lamp : values()) {
            if (lamp.label.equals(label)) {
                return lamp;
            }
        }
        throw new IllegalArgumentException("no lamp is called \"%s\"".formatted(label));
    }
}
