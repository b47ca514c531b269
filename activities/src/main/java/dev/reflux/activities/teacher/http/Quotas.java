package dev.reflux.activities.teacher.http;

import dev.reflux.activities.teacher.SpentQuota;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the rate-limit headers of one server's good answers say. Safe for many threads. */
public final class Quotas {

    private final AtomicReference<SpentQuota> spent = new AtomicReference<>();

    void read(Map<String, List<String>> headers) {
        RetryAfter.spentQuota(headers, Instant.now()).ifPresent(spent::set);
    }

    /** The quota that an answer called used up since somebody last asked here. */
    public Optional<SpentQuota> takeSpent() {
        return spent.get() == null ? Optional.empty() : Optional.ofNullable(spent.getAndSet(null));
    }
}
