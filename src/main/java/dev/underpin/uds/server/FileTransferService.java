package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * 0x38: begins the transfer of a file, which 0x36 and 0x37 carry on; the write that was broken off last can be resumed where it stopped until
 * the ECU is reset. A directory is read as names, one a line.
 */
final class FileTransferService implements Service {
    private static final int LONGEST_BLOCK = 4095;

    private final EcuDiagnostics ecu;
    private final ServerState state;
    private @Nullable WriteEnd brokenOff;

    FileTransferService(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
        state.onReset(() -> brokenOff = null);
    }

    @Override
    public void check(Request request) {
        FileRequest asked = FileRequest.of(request);
        NegativeResponse.unless(state.available(files().access()), Nrc.OUT_OF_RANGE);
        NegativeResponse.unless(known(asked), Nrc.OUT_OF_RANGE);
        state.requireUnlocked(files().access());
        NegativeResponse.unless(state.transfer() == null, Nrc.CONDITIONS_NOT_CORRECT);
        NegativeResponse.unless(accepted(asked), Nrc.UPLOAD_DOWNLOAD_NOT_ACCEPTED);
    }

    @Override
    public void serve(Request request, Reply reply) {
        FileRequest asked = FileRequest.of(request);
        switch (asked.mode()) {
            case FileRequest.DELETE -> {
                NegativeResponse.unlessPositive(files().delete(asked.name()));
                reply.positive();
            }
            case FileRequest.READ -> read(content(asked.name()), true, reply);
            case FileRequest.READ_DIRECTORY -> read(directory(), false, reply);
            default -> write(asked, reply);
        }
    }

    private boolean known(FileRequest asked) {
        return switch (asked.mode()) {
            case FileRequest.DELETE, FileRequest.READ, FileRequest.REPLACE ->
                files().names().contains(asked.name());
            case FileRequest.READ_DIRECTORY -> asked.name().equals("/");
            case FileRequest.RESUME -> begun(asked) != null;
            default -> true;
        };
    }

    private boolean accepted(FileRequest asked) {
        boolean taken = asked.mode() == FileRequest.ADD && files().names().contains(asked.name());
        WriteEnd begun = begun(asked);
        boolean shorter = begun != null && asked.size() <= begun.content.size();
        return !taken && !shorter && (!asked.writes() || files().hasRoom(asked.name(), asked.size()));
    }

    private void read(byte[] content, boolean bothSizes, Reply reply) {
        int sizes = bothSizes ? 2 : 1;
        if (content.length > 0) {
            state.transfer(new ActiveTransfer(new UploadService.ReadEnd(content), blockLength(), content.length));
        }
        ByteBuffer record = ByteBuffer.allocate(1 + Integer.BYTES + 1 + 2 + sizes * Integer.BYTES)
                .put((byte) Integer.BYTES)
                .putInt(blockLength())
                .put((byte) 0)
                .putShort((short) Integer.BYTES);
        for (int i = 0; i < sizes; i++) {
            record.putInt(content.length);
        }
        reply.positive(record.array());
    }

    private void write(FileRequest asked, Reply reply) {
        WriteEnd begun = begun(asked);
        ByteArrayOutputStream content = begun == null ? new ByteArrayOutputStream() : begun.content;
        state.transfer(
                new ActiveTransfer(new WriteEnd(asked.name(), content), blockLength(), asked.size() - content.size()));
        boolean resumed = asked.mode() == FileRequest.RESUME;
        ByteBuffer record = ByteBuffer.allocate(1 + Integer.BYTES + 1 + (resumed ? Long.BYTES : 0))
                .put((byte) Integer.BYTES)
                .putInt(blockLength())
                .put((byte) 0);
        if (resumed) {
            record.putLong(content.size());
        }
        reply.positive(record.array());
    }

    /** What was broken off and shall be resumed. */
    private @Nullable WriteEnd begun(FileRequest asked) {
        WriteEnd begun = brokenOff;
        boolean resumed = asked.mode() == FileRequest.RESUME && begun != null && begun.name.equals(asked.name());
        return resumed ? begun : null;
    }

    private byte[] content(String name) {
        byte[] content = files().read(name);
        if (content == null) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        return content;
    }

    private byte[] directory() {
        return String.join("\n", files().names()).getBytes(StandardCharsets.US_ASCII);
    }

    private int blockLength() {
        return Math.min(LONGEST_BLOCK, ecu.responseLimit());
    }

    private FileStore files() {
        FileStore files = ecu.files();
        if (files == null) {
            throw new NegativeResponse(Nrc.SERVICE_NOT_SUPPORTED);
        }
        return files;
    }

    /** Blocks go into a file that is kept as a whole at the exit. */
    private final class WriteEnd implements TransferEnd {
        private final String name;
        private final ByteArrayOutputStream content;

        WriteEnd(String name, ByteArrayOutputStream content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public boolean upload() {
            return false;
        }

        @Override
        public void block(ByteBuffer data, Answer answer) {
            byte[] block = new byte[data.remaining()];
            data.get(block);
            content.writeBytes(block);
            answer.positive();
        }

        @Override
        public void exit(Answer answer) {
            Nrc outcome = files().write(name, content.toByteArray());
            if (outcome == Nrc.POSITIVE) {
                brokenOff = brokenOff != null && brokenOff.name.equals(name) ? null : brokenOff;
                answer.positive();
            } else {
                answer.negative(outcome);
            }
        }

        @Override
        public void abort() {
            brokenOff = this;
        }
    }
}
