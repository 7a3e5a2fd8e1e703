package dev.underpin.vm;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that needs no libraries, so that it runs where there are none: its file (ELF, 64 bits) names no interpreter. */
final class StaticProgram {
    private static final int PROGRAM_HEADERS_AT = 32;
    private static final int HEADER_SIZE_AT = 54;
    private static final int HEADERS_AT = 56;
    private static final int INTERPRETER = 3;

    private StaticProgram() {}

    /** The program itself; {@link UserMistake} when it needs libraries. */
    static Path check(Path program) throws IOException {
        ByteBuffer elf = ByteBuffer.wrap(Files.readAllBytes(program)).order(ByteOrder.LITTLE_ENDIAN);
        long headers = elf.getLong(PROGRAM_HEADERS_AT);
        for (int i = 0; i < elf.getShort(HEADERS_AT); i++) {
            if (elf.getInt((int) headers + i * elf.getShort(HEADER_SIZE_AT)) == INTERPRETER) {
                throw UserMistake.saying(
                        "%s needs libraries, and in the virtual machine are none yet; type: apt-get install busybox-static"
                                .formatted(program));
            }
        }
        return program;
    }
}
