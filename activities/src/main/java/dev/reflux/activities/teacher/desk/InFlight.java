package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.teacher.TeacherReply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/** Calls that some shard of this process is making right now, by key, so that another waits instead of paying again. */
final class InFlight {

    private final ConcurrentMap<String, Claim> claims = new ConcurrentHashMap<>();

    /** The claim on a call: a new one, or that of another who was first. */
    Claim claim(String key) {
        Claim mine = new Claim(key);
        Claim first = claims.putIfAbsent(key, mine);
        return first == null ? mine : first.joined();
    }

    /** The right, and the duty, to make one call. */
    final class Claim {

        private final String key;
        private final CompletableFuture<TeacherReply> outcome;
        private final boolean owned;

        private Claim(String key) {
            this(key, new CompletableFuture<>(), true);
        }

        private Claim(String key, CompletableFuture<TeacherReply> outcome, boolean owned) {
            this.key = key;
            this.outcome = outcome;
            this.owned = owned;
        }

        private Claim joined() {
            return new Claim(key, outcome, false);
        }

        String key() {
            return key;
        }

        /** False if another makes the call and this one waits. */
        boolean isOwned() {
            return owned;
        }

        /** Ends the claim. The answer must be committed before: the next claimant looks in the ledger. */
        void answer(TeacherReply reply) {
            claims.remove(key, this);
            outcome.complete(reply);
        }

        void fail(Throwable failure) {
            claims.remove(key, this);
            outcome.completeExceptionally(failure);
        }

        /** Calls back once, with the reply or the failure. */
        void whenSettled(BiConsumer<TeacherReply, Throwable> listener) {
            outcome.whenComplete(listener);
        }
    }
}
