package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.Turn.Role;
import java.util.List;
import java.util.Set;

/** A system message in a column of its own, as LLaMA-Factory reads it. */
final class SystemColumn {
    static final String NAME = "system";

    private SystemColumn() {}

    /** Puts it before the turns. */
    static void moveTo(List<Turn> turns, ObjectNode row, Set<Loss> lost) {
        if (!row.hasNonNull(NAME)) {
            return;
        }
        String system = Fields.text(row.get(NAME), NAME);
        lost.add(system.isEmpty() ? Loss.SPELLING : Loss.SYSTEM_MOVED);
        if (system.isEmpty()) {
            return;
        }
        if (!turns.isEmpty() && turns.get(0).isBy(Role.SYSTEM)) {
            throw new UnfitRowException(
                    "a row must have one system message, got one in column system and another as first turn");
        }
        turns.add(0, Turn.of(Role.SYSTEM, system));
    }
}
