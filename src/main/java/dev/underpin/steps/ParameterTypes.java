package dev.underpin.steps;

import io.cucumber.java.ParameterType;

/** Words that stand for somebody in a sentence. */
public final class ParameterTypes {
    /** Whoever uses the car in a contract. */
    @ParameterType("Alise|Alice|Bob|the user")
    public String person(String name) {
        return name;
    }
}
