package dev.underpin.tester;

/** Says that security level 1 is unlocked; unlocking is part of the preparation. */
public record Unlocked() implements Operation {
    @Override
    public String name() {
        return "unlock";
    }

    @Override
    public void run(Tester tester, Findings findings) {
        findings.document().put("unlocked", true);
        findings.say("level 1 is unlocked, for as long as the session lasts");
    }
}
