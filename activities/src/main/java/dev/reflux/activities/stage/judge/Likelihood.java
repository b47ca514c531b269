package dev.reflux.activities.stage.judge;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherReply.Token;
import java.util.List;

/**
 * How difficult it is for a student to follow an instruction (IFD, "From Quantity to Quality", arXiv 2308.12032): the answer's
 * perplexity after the instruction, divided by its perplexity alone, as Superfiltering (arXiv 2402.00530) has it.
 *
 * <p>Where the instruction does not make the answer likelier, the ratio is 1 or more: such a sample is no difficult one but one
 * whose answer does not belong to its instruction.
 */
final class Likelihood {

    /** The answer has no token of its own whose probability is known. */
    static final String NO_TOKENS = "no-answer-tokens";

    /** Where an instruction stops being of help. */
    static final double NO_HELP = 1;

    private Likelihood() {}

    /** The mean surprise of an answer's tokens: the negative natural logarithm of their probabilities. */
    static Reading<List<Opinion>> read(TeacherDesk.Answer reply) {
        if (reply.reply() == null) {
            return Reading.none(reply.refusal());
        }
        List<Token> tokens = reply.reply().tokens();
        if (tokens.isEmpty()) {
            return Reading.none(NO_TOKENS);
        }
        double sum = tokens.stream().mapToDouble(Token::logprob).sum();
        return Reading.of(List.of(new Opinion(-sum / tokens.size(), null)));
    }

    /**
     * The ratio of perplexities.
     *
     * @param led mean surprise after the instruction
     * @param alone mean surprise of the answer alone
     */
    static Reading<Opinion> difficulty(Reading<Opinion> led, Reading<Opinion> alone) {
        return led.then(after -> alone.then(before -> {
            double ratio = Math.exp(after.score() - before.score());
            return Reading.of(new Opinion(Math.min(ratio, Double.MAX_VALUE), null));
        }));
    }
}
