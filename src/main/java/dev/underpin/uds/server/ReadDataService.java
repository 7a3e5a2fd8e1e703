package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** 0x22: identifiers that the ECU has not, or not in this session, are left out; refused when none is left. */
final class ReadDataService implements Service {
    private final DataDirectory directory;

    ReadDataService(DataDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void check(Request request) {
        request.requireAtLeast(3);
        NegativeResponse.unless(request.length() % 2 == 1, Nrc.INCORRECT_LENGTH);
        NegativeResponse.unless(!readable(request).isEmpty(), Nrc.OUT_OF_RANGE);
    }

    @Override
    public void serve(Request request, Reply reply) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (DataIdentifier data : readable(request)) {
            record.write(data.id() >> 8);
            record.write(data.id());
            record.writeBytes(data.reader().get());
        }
        reply.positive(record.toByteArray());
    }

    private List<DataIdentifier> readable(Request request) {
        List<DataIdentifier> readable = new ArrayList<>();
        for (int index = 1; index < request.length(); index += 2) {
            DataIdentifier data = directory.readable(request.word(index));
            if (data != null) {
                readable.add(data);
            }
        }
        return readable;
    }
}
