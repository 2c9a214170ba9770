package org.quotecheck.infra;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Small executables with what a loader reads of them, as {@code ld} lays them out: no sections, three segments. */
final class Elf {

    private static final int ADDRESS = 0x400000;
    private static final int STRINGS = 0x200;
    private static final int NEEDS = 0x400;
    private static final int DYNAMIC = 0x600;
    private static final int SIZE = 0x800;

    private Elf() {}

    static byte[] thatNeeds(int machine, String... versions) {
        var elf = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0});
        elf.putShort(16, (short) 3).putShort(18, (short) machine).putInt(20, 1);
        elf.putLong(0x20, 64).putShort(0x36, (short) 56).putShort(0x38, (short) 2);
        segment(elf, 64, 1, 0, SIZE);
        segment(elf, 64 + 56, 2, DYNAMIC, 4 * 16);
        int string = STRINGS + 1;
        string = text(elf, string, "libc.so.6");
        elf.putShort(NEEDS, (short) 1)
                .putShort(NEEDS + 2, (short) versions.length)
                .putInt(NEEDS + 4, 1);
        elf.putInt(NEEDS + 8, 16);
        for (int i = 0; i < versions.length; i++) {
            int at = NEEDS + 16 + 16 * i;
            elf.putInt(at + 8, string - STRINGS).putInt(at + 12, i + 1 < versions.length ? 16 : 0);
            string = text(elf, string, versions[i]);
        }
        elf.putLong(DYNAMIC, 5).putLong(DYNAMIC + 8, ADDRESS + STRINGS);
        elf.putLong(DYNAMIC + 16, 0x6FFFFFFEL).putLong(DYNAMIC + 24, ADDRESS + NEEDS);
        return elf.array();
    }

    private static void segment(ByteBuffer elf, int at, int type, int offset, int size) {
        elf.putInt(at, type).putLong(at + 8, offset).putLong(at + 16, ADDRESS + offset);
        elf.putLong(at + 32, size).putLong(at + 40, size);
    }

    /** Where the next text may begin. */
    private static int text(ByteBuffer elf, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        elf.put(at, bytes);
        return at + bytes.length + 1;
    }
}
