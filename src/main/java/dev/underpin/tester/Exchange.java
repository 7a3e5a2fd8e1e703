package dev.underpin.tester;

import dev.underpin.uds.client.UdsError;
import dev.underpin.uds.client.UdsResponse;
import java.util.HexFormat;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request as it is, and its answer in words: {@code write}, {@code clear}, {@code session}, {@code routine}, {@code reset} and
 * {@code raw}. Any bytes can be sent, also such as no service defines.
 *
 * @param name what it is called in the document
 * @param request makes the request for the control unit at hand
 * @param patience nanoseconds that 0x78 may go on in total
 */
public record Exchange(String name, Function<Subject, byte[]> request, long patience) implements Operation {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    @Override
    public void run(Tester tester, Findings findings) throws UdsError {
        byte[] asked = request.apply(tester.subject());
        findings.say("> %s  %s", HEX.formatHex(asked), tester.words().request(tester.spec(), asked));
        ObjectNode document = findings.document().put("request", HEX.formatHex(asked));
        UdsResponse response = tester.get(tester.client().request(asked, patience));
        byte[] message = response.message();
        document.put("answer", HEX.formatHex(message));
        if (message.length == 0) {
            findings.say("< nothing, as the request wanted it");
            return;
        }
        String said = printable(tester.words().response(tester.spec(), message));
        document.put("text", said);
        findings.say("< %s  %s  (%.3f ms)", HEX.formatHex(message), said, tester.reactionMillis());
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }
}
