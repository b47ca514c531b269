package dev.reflux.activities.table;

import java.nio.file.Path;
import java.util.Locale;

/** What a file's name says of it: how its rows are written, and how it is compressed. */
record TableName(Encoding encoding, Packing packing) {

    /** How rows are written. */
    enum Encoding {
        JSONL,
        JSON,
        CSV,
        PARQUET
    }

    /** How a file is compressed. */
    enum Packing {
        NONE(""),
        GZIP(".gz"),
        ZSTD(".zst");

        private final String ending;

        Packing(String ending) {
            this.ending = ending;
        }
    }

    static final String KNOWN = ".jsonl, .json, .csv (each also with .gz or .zst after it) or .parquet";

    /** @throws TableException if the ending is none of those known */
    static TableName of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Packing packing = packing(name);
        String plain = name.substring(0, name.length() - packing.ending.length());
        for (Encoding encoding : Encoding.values()) {
            boolean fits = plain.endsWith("." + encoding.name().toLowerCase(Locale.ROOT));
            if (fits && (encoding != Encoding.PARQUET || packing == Packing.NONE)) {
                return new TableName(encoding, packing);
            }
        }
        throw new TableException(
                file, "must end in " + KNOWN + ", got " + name, "convert it, or rename it to what it is", null);
    }

    private static Packing packing(String name) {
        for (Packing packing : new Packing[] {Packing.GZIP, Packing.ZSTD}) {
            if (name.endsWith(packing.ending)) {
                return packing;
            }
        }
        return Packing.NONE;
    }
}
