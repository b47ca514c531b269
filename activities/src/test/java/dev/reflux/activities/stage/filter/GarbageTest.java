package dev.reflux.activities.stage.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.tokens.TokenCounter;
import dev.reflux.activities.stage.filter.tokens.Tokenizers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that nobody wrote. */
class GarbageTest {

    private static final List<String> PIECES = List.of(
            "\uD800",
            "\uDC00",
            "\u0000",
            "\uFEFF",
            "\u202E",
            "😀",
            "```",
            "~~~~",
            "|---|",
            "](http://",
            "<|im_start|>",
            "\r",
            "\n\n",
            "{",
            "I'm sorry, but I",
            "a@b.",
            "4111 1111 ",
            "::",
            "1.2.3.",
            "+49 ",
            "DE89 ",
            "eyJ",
            "-----BEGIN ",
            "中文",
            "สวัสดี",
            "e\u0301",
            " ",
            "\t",
            "lorem ipsum",
            "#",
            "…",
            "\\",
            "`",
            "word ",
            "9",
            ",");

    private static String garbage(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(60);
        for (int at = 0; at < pieces; at++) {
            text.append(
                    random.nextInt(4) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void neverThrows(Preset preset) {
        Random random = new Random(7);
        FilterSettings settings = Filtered.settings(preset, Of.BOTH);
        for (int at = 0; at < 2000; at++) {
            Sample sample = Filtered.asked(garbage(random), garbage(random), garbage(random));

            Sample decided = Filtered.of(sample, settings);

            assertThat(decided.id()).isEqualTo(sample.id());
            assertThat(decided.isAccepted()).isEqualTo(decided.reason() == null);
            assertThat(Filtered.of(sample, settings)).isEqualTo(decided);
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void readsALongTextOfOneKindInTime(Preset preset) {
        for (String piece : PIECES) {
            String text = piece.repeat(200_000 / piece.length());
            Assertions.assertTimeout(
                    Duration.ofSeconds(60),
                    () -> Filtered.of(Filtered.asked(text, text), Filtered.settings(preset, Of.BOTH)),
                    piece);
        }
    }

    @Test
    void countsTheTokensOfGarbage() {
        Random random = new Random(8);
        try (TokenCounter tokens = Tokenizers.named("o200k-base")) {
            for (int at = 0; at < 500; at++) {
                assertThat(tokens.applyAsInt(garbage(random))).isNotNegative();
            }
        }
    }
}
