package dev.reflux.worker.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import dev.reflux.activities.shard.Unfinished;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log in the workspace: everything, while the console shows only Reflux's own warnings. */
final class LogFile {
    private static final String NAME = "reflux.log";
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n";

    private LogFile() {}

    /** Appends to {@code <workspace>/reflux.log} from here on. */
    static Path write(Path workspace) {
        Path file = workspace.resolve(NAME);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setName(NAME);
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        Unfinished.unlessEnding(appender::start); // It makes the workspace where there is none.
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAppender(NAME);
        root.addAppender(appender);
        return file;
    }
}
