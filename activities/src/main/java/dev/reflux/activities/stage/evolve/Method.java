package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.prompt.Prompt;

/**
 * How a sample is evolved.
 *
 * @param path as the provenance has it, such as {@code evolve/deepen}
 * @param prompt the template that asks for it
 */
record Method(String path, Prompt prompt) {

    static Method of(Operation operation) {
        return new Method(operation.path(), operation.prompt());
    }

    String fingerprint() {
        return prompt.fingerprint().sha256();
    }
}
