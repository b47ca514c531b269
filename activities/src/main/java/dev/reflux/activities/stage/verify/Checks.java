package dev.reflux.activities.stage.verify;

import dev.reflux.activities.sandbox.Sandbox;
import dev.reflux.activities.stage.verify.VerifySettings.By;
import dev.reflux.activities.stage.verify.code.CodeCheck;
import dev.reflux.activities.stage.verify.command.CommandCheck;
import dev.reflux.activities.stage.verify.constraints.ConstraintsCheck;
import dev.reflux.activities.stage.verify.math.MathCheck;
import dev.reflux.activities.stage.verify.schema.SchemaCheck;

/** The check that settings ask for. */
final class Checks {

    private Checks() {}

    /** @throws dev.reflux.config.InvalidSettingException if answers cannot be held to this text */
    static void tryOut(By by, String against) {
        if (by == By.SCHEMA) {
            new SchemaCheck(against);
        } else if (by == By.CONSTRAINTS) {
            new ConstraintsCheck(against);
        }
    }

    /**
     * @param against text that answers are held to, whatever the samples say; null where they say it themselves
     * @throws dev.reflux.config.InvalidSettingException if that text cannot be read
     */
    static Check of(VerifySettings settings, String against) {
        return switch (settings.by()) {
            case MATH -> new MathCheck();
            case SCHEMA -> new SchemaCheck(against);
            case CONSTRAINTS -> new ConstraintsCheck(against);
            case CODE -> new CodeCheck(Sandbox.find(), settings.code());
            case COMMAND -> new CommandCheck(settings.command(), settings.timeout());
        };
    }
}
