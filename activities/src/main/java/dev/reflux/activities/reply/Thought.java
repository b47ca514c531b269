package dev.reflux.activities.reply;

import dev.reflux.activities.teacher.TeacherDesk;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer and the chain of thought before it.
 *
 * <p>Thoughts are looked for at the beginning alone: further on, {@code <think>} is something the answer speaks about.
 *
 * @param answer what is given to the user, without blank lines around it; its first line keeps an indentation, which code
 *     that continues a prompt cannot do without
 * @param reasoning the provider's reasoning content and what stood in {@code <think>…</think>}, or null
 */
public record Thought(String answer, String reasoning) {

    private static final String OPENING = "<think>";

    private static final Pattern BLOCK = Pattern.compile("<think>(.*?)</think>", Pattern.DOTALL);

    /** Some chat templates open the thoughts themselves: the reply then holds only their end, on a line of its own. */
    private static final Pattern END_ALONE =
            Pattern.compile("(.*?)^[ \\t]*</think>[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);

    /** The answer in a reply; thoughts that never come to an answer are an empty one. */
    public static Reading<Thought> read(TeacherDesk.Answer reply) {
        return Replies.words(reply)
                .then(words -> apart(
                        words.startsWith(OPENING) ? words : bare(reply.reply().text()),
                        reply.reply().reasoning()));
    }

    /** A single space is what models set before a word, not an indentation. */
    private static String bare(String text) {
        String blank = text.substring(0, text.length() - text.stripLeading().length());
        String indentation = blank.substring(blank.lastIndexOf('\n') + 1);
        return (indentation.equals(" ") ? "" : indentation) + text.strip();
    }

    private static Reading<Thought> apart(String words, String reasoning) {
        Matcher thoughts = (words.startsWith(OPENING) ? BLOCK : END_ALONE).matcher(words);
        if (!thoughts.lookingAt()) {
            return words.startsWith(OPENING) ? Reading.none(Reasons.EMPTY) : thought(words, joined(reasoning, null));
        }
        return thought(words.substring(thoughts.end()), joined(reasoning, thoughts.group(1)));
    }

    private static Reading<Thought> thought(String answer, String reasoning) {
        return answer.isBlank() ? Reading.none(Reasons.EMPTY) : Reading.of(new Thought(bare(answer), reasoning));
    }

    private static String joined(String reasoning, String thoughts) {
        String all = Stream.of(reasoning, thoughts)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n\n"));
        return all.isEmpty() ? null : all;
    }
}
