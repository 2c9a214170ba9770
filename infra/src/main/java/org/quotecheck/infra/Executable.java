package org.quotecheck.infra;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an ELF executable (64 bits, little-endian) needs of the system that runs it
 *
 * @param machine ELF's e_machine
 * @param library the newest version of the C library that it needs; empty where it brings its own
 * @see <a href="https://gabi.xinuos.com/">System V ABI</a>; for the version needs, Linux Standard Base 5.0, 10.7
 */
record Executable(int machine, Optional<Version> library) {

    private static final int MAGIC = 0x464C457F;
    private static final int LOADED = 1;
    private static final int DYNAMIC = 2;
    private static final long STRING_TABLE = 5;
    private static final long VERSION_NEEDS = 0x6FFFFFFEL;
    private static final String PREFIX = "GLIBC_";

    /** As in GLIBC_2.34. */
    record Version(int major, int minor) implements Comparable<Version> {

        @Override
        public int compareTo(Version other) {
            return Comparator.comparingInt(Version::major)
                    .thenComparingInt(Version::minor)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return PREFIX + major + "." + minor;
        }
    }

    /** Empty where the bytes are no such executable. */
    static Optional<Executable> of(byte[] bytes) {
        var elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return elf.getInt(0) == MAGIC && elf.get(4) == 2 && elf.get(5) == 1
                    ? Optional.of(new Executable(Short.toUnsignedInt(elf.getShort(18)), library(elf)))
                    : Optional.empty();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By the segments, as the loader reads them: an executable need not have sections. */
    private static Optional<Version> library(ByteBuffer elf) {
        var dynamic =
                segments(elf).filter(segment -> elf.getInt(segment) == DYNAMIC).findFirst();
        if (dynamic.isEmpty()) {
            return Optional.empty();
        }
        int entries = offset(elf, dynamic.get() + 8);
        int strings = 0;
        int needs = 0;
        for (int entry = entries; elf.getLong(entry) != 0; entry += 16) {
            if (elf.getLong(entry) == STRING_TABLE) {
                strings = place(elf, elf.getLong(entry + 8));
            } else if (elf.getLong(entry) == VERSION_NEEDS) {
                needs = place(elf, elf.getLong(entry + 8));
            }
        }
        return needs == 0 ? Optional.empty() : newest(elf, needs, strings);
    }

    /** Through all libraries, and all versions that are needed of each. */
    private static Optional<Version> newest(ByteBuffer elf, int needs, int strings) {
        var versions = Stream.<Version>builder();
        for (int need = needs, step = 1; step != 0; need += step) {
            int version = need + elf.getInt(need + 8);
            for (int left = Short.toUnsignedInt(elf.getShort(need + 2)); left > 0; left--) {
                version(text(elf, strings + elf.getInt(version + 8))).ifPresent(versions);
                version += elf.getInt(version + 12);
            }
            step = elf.getInt(need + 12);
            if (step < 0) {
                throw new IllegalArgumentException("a list that turns back");
            }
        }
        return versions.build().max(Comparator.naturalOrder());
    }

    private static Optional<Version> version(String name) {
        if (!name.matches(PREFIX + "[0-9]{1,3}\\.[0-9]{1,3}(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        var numbers = name.substring(PREFIX.length()).split("\\.");
        return Optional.of(new Version(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
    }

    /** Where each program header begins. */
    private static Stream<Integer> segments(ByteBuffer elf) {
        int first = offset(elf, 0x20);
        int size = Short.toUnsignedInt(elf.getShort(0x36));
        return Stream.iterate(first, at -> at + size).limit(Short.toUnsignedInt(elf.getShort(0x38)));
    }

    /** Of an address in memory, the place in the file. */
    private static int place(ByteBuffer elf, long address) {
        return segments(elf)
                .filter(segment -> elf.getInt(segment) == LOADED)
                .filter(segment -> address >= elf.getLong(segment + 16)
                        && address < elf.getLong(segment + 16) + elf.getLong(segment + 32))
                .map(segment -> Math.toIntExact(address - elf.getLong(segment + 16) + elf.getLong(segment + 8)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an address outside of the file"));
    }

    private static int offset(ByteBuffer elf, int at) {
        long offset = elf.getLong(at);
        if (offset < 0 || offset > elf.limit()) {
            throw new IllegalArgumentException("an offset outside of the file");
        }
        return (int) offset;
    }

    private static String text(ByteBuffer elf, int at) {
        var text = new StringBuilder();
        for (int i = at; elf.get(i) != 0; i++) {
            text.append((char) elf.get(i));
        }
        return text.toString();
    }
}
