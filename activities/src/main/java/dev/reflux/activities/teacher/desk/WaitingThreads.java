package dev.reflux.activities.teacher.desk;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that mostly wait: virtual where the JVM has them, else daemons. */
final class WaitingThreads {

    private static final String NAME = "teacher-";

    private WaitingThreads() {}

    static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> builderType = Class.forName("java.lang.Thread$Builder");
            Object named =
                    builderType.getMethod("name", String.class, long.class).invoke(builder, NAME, 0L);
            return (ThreadFactory) builderType.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException olderJvm) {
            return daemons();
        }
    }

    private static ThreadFactory daemons() {
        AtomicLong count = new AtomicLong();
        return work -> {
            Thread thread = new Thread(work, NAME + count.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }
}
