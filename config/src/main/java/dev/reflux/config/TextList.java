package dev.reflux.config;

/**
 * A file of texts that a stage reads: one a line, or JSONL by its ending ({@code .jsonl}); either may be compressed by gzip
 * ({@code .gz}).
 *
 * @param key setting that names it, such as {@code file}
 * @param path relative to the campaign file; placeholders are unresolved
 * @param field field of a JSON object that holds the text
 */
public record TextList(String key, String path, String field) {}
