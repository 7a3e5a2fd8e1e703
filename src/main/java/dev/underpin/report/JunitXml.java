package dev.underpin.report;

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
 * did, skipped when the scenario did not run.
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
        count("tests", outcome.scenarios(), scenario -> true);
        count(
                "failures",
                outcome.scenarios(),
                scenario -> Blame.of(scenario.verdict()).isFailure());
        count(
                "errors",
                outcome.scenarios(),
                scenario -> Blame.of(scenario.verdict()).isError());
        count("skipped", outcome.scenarios(), scenario -> Blame.of(scenario.verdict()) == Blame.NOT_RUN);
        xml.writeAttribute("time", seconds(outcome.wallSeconds()));
        for (ScenarioOutcome scenario : outcome.scenarios()) {
            testCase(scenario);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void count(String name, List<ScenarioOutcome> all, Predicate<ScenarioOutcome> which)
            throws XMLStreamException {
        xml.writeAttribute(name, Long.toString(all.stream().filter(which).count()));
    }

    private void testCase(ScenarioOutcome scenario) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", scenario.id().feature());
        xml.writeAttribute("name", scenario.id().name());
        xml.writeAttribute("time", seconds(scenario.wallSeconds()));
        Blame blame = Blame.of(scenario.verdict());
        if (blame != Blame.NOBODY) {
            xml.writeStartElement(blame.isFailure() ? "failure" : blame.isError() ? "error" : "skipped");
            xml.writeAttribute("type", scenario.verdict().label());
            xml.writeAttribute("message", printable(scenario.reason()));
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
