package dev.reflux.activities.stage.personas;

import java.util.List;

/** What the stage leaves for its shards: the personas in the order of their file, each once. */
record PersonasPreparation(List<String> personas) {

    PersonasPreparation {
        personas = List.copyOf(personas);
    }
}
