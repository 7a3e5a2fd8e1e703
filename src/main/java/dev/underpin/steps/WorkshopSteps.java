package dev.underpin.steps;

import dev.underpin.rig.port.Workshop;
import dev.underpin.time.Nanos;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a control unit owes any tester, whoever it is. A table holds requests and what has to answer them, both in hexadecimal; an answer
 * is a regular expression, an empty one silence. {@code KEY} stands for the right key to the last seed, {@code FALSE} for a wrong one, and
 * {@code 5000 ms} in place of a request lets time pass.
 */
public final class WorkshopSteps {
    private static final Pattern PAUSE = Pattern.compile("(\\d+) ms");
    private static final Pattern SEED = Pattern.compile("6701([0-9A-F]+)");
    private static final String FALSE_KEY = "00".repeat(16);

    private final Trial trial;
    private String seed = "";

    public WorkshopSteps(Trial trial) {
        this.trial = trial;
    }

    @Then("{word} is kept by {string}: wrong keys end in a delay that outlives a reset")
    @Then("{word} is kept by {string}: each seed is another")
    @Then("{word} is kept by {string}: what cannot be right is refused by the right code")
    @Then("{word} is kept by {string}: times are told as they are, and what shall not be said is not")
    @Then(
            "{word} is kept by {string}: a session that nobody keeps alive ends after five seconds, and what it opened is locked")
    @Then("{word} is kept by {string}: a clear takes the codes away")
    @Then("{word} is kept by {string}: a reset is answered before it begins")
    @Then("{word} is kept by {string}: its versions cannot be written")
    @Then("{word} is kept by {string}: nothing is changed without the session, the key and the fingerprint")
    @Then("{word} is kept by {string}: what comes in a wrong order or too much of it is refused")
    @Then("{word} is kept by {string}: only a whole and genuine image is accepted, activated and started")
    public void kept(String rule, String ecu, DataTable table) {
        for (Map<String, String> row : table.asMaps()) {
            String request = Objects.requireNonNullElse(row.get("request"), "");
            Matcher pause = PAUSE.matcher(request);
            if (pause.matches()) {
                trial.bench().await().pass(Long.parseLong(pause.group(1)) * Nanos.MILLISECOND);
            } else {
                ask(rule, ecu, request, Objects.requireNonNullElse(row.get("answer"), ""));
            }
        }
    }

    @Then("{word} is kept by {string}: two seeds are never the same")
    public void seedsDiffer(String rule, String ecu) {
        String first = seed(ecu);
        String second = seed(ecu);
        if (first.equals(second) || first.isEmpty()) {
            throw new AssertionError("%s: %s was expected to give another seed each time, but gave %s and %s"
                    .formatted(rule, ecu, first, second));
        }
    }

    private String seed(String ecu) {
        List.of("1001", "1003", "2701").forEach(request -> remember(workshop().ask(ecu, request)));
        return seed;
    }

    private void ask(String rule, String ecu, String request, String expected) {
        String sent = request.replace("FALSE", FALSE_KEY);
        if (sent.endsWith("KEY")) {
            sent = sent.replace("KEY", workshop().key(ecu, seed));
        }
        String answer = workshop().ask(ecu, sent);
        remember(answer);
        if (!answer.matches(expected)) {
            throw new AssertionError("%s: %s was expected to answer %s with %s, but answered %s"
                    .formatted(rule, ecu, request, said(expected), said(answer)));
        }
    }

    private void remember(String answer) {
        Matcher told = SEED.matcher(answer);
        if (told.matches()) {
            seed = told.group(1);
        }
    }

    private static String said(String answer) {
        return answer.isEmpty() ? "silence" : answer;
    }

    private Workshop workshop() {
        return trial.bench().workshop();
    }
}
