package dev.underpin.report;

import dev.underpin.report.flake.Quarantine;
import dev.underpin.report.flake.QuarantineEntry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}, as build servers read it: a failure when the vehicle failed or nothing was proved, an error when rig or harness
 * did, skipped when the scenario did not run or is excused by quarantine. An entry of the quarantine whose time is over is a failure.
 */
public final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The run as one test suite. */
    public static byte[] of(RunOutcome outcome) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new JunitXml(xml).suite(outcome);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing XML to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private void suite(RunOutcome outcome) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "Underpin on " + outcome.rig());
        List<QuarantineEntry> expired = outcome.quarantine().expired();
        count("tests", outcome.scenarios(), expired.size(), scenario -> true);
        count(
                "failures",
                outcome.scenarios(),
                expired.size(),
                scenario -> !scenario.excused() && Blame.of(scenario.verdict()).isFailure());
        count(
                "errors",
                outcome.scenarios(),
                0,
                scenario -> Blame.of(scenario.verdict()).isError());
        count(
                "skipped",
                outcome.scenarios(),
                0,
                scenario -> scenario.excused() || Blame.of(scenario.verdict()) == Blame.NOT_RUN);
        xml.writeAttribute("time", seconds(outcome.wallSeconds()));
        for (ScenarioOutcome scenario : outcome.scenarios()) {
            testCase(scenario, outcome.attempts());
        }
        for (QuarantineEntry entry : expired) {
            expired(outcome.quarantine(), entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void count(String name, List<ScenarioOutcome> all, int besides, Predicate<ScenarioOutcome> which)
            throws XMLStreamException {
        xml.writeAttribute(
                name, Long.toString(besides + all.stream().filter(which).count()));
    }

    private void expired(Quarantine quarantine, QuarantineEntry entry) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "Quarantine");
        xml.writeAttribute("name", entry.scenario());
        xml.writeStartElement("failure");
        xml.writeAttribute("type", "Expired");
        xml.writeAttribute("message", printable(quarantine.complaint(entry)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void testCase(ScenarioOutcome scenario, int attempts) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", scenario.id().feature());
        xml.writeAttribute("name", scenario.shownName(attempts));
        xml.writeAttribute("time", seconds(scenario.wallSeconds()));
        Blame blame = Blame.of(scenario.verdict());
        if (blame != Blame.NOBODY) {
            boolean failure = blame.isFailure() && !scenario.excused();
            xml.writeStartElement(failure ? "failure" : blame.isError() ? "error" : "skipped");
            xml.writeAttribute("type", scenario.verdict().label());
            xml.writeAttribute("message", printable(scenario.shownReason()));
            xml.writeCharacters(printable(scenario.detail()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Without the characters that XML 1.0 cannot hold (section 2.2). */
    private static String printable(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uFFFD]", "?");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
