package dev.reflux.activities.stage.filter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no answer should be, and what only looks like it. */
class AnswerRulesTest {

    private static boolean breaks(Rule rule, String answer) {
        return rule.broken(new MeasuredText(answer, null, null), Bounds.atMost(0))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't assist with that request.",
                "I’m sorry, but I cannot help you with this.",
                "I cannot provide instructions for that.",
                "Unfortunately, I am unable to browse the internet.",
                "I must decline.",
                "I apologize, but I don't have the article.",
                "Es tut mir leid, aber ich kann dir dabei nicht helfen.",
                "Je suis désolé, mais je ne peux pas vous aider.",
                "Lo siento, pero no puedo ayudar con eso.",
                "对不起，我无法回答这个问题。",
                "申し訳ありませんが、お手伝いできません。",
                "Извините, но я не могу с этим помочь."
            })
    void anAnswerThatRefusesIsOne(String answer) {
        assertThat(breaks(Rule.REFUSAL, answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry for your loss. Here is a letter of condolence.",
                "Dear Ms Lee, I am unable to attend the meeting on Friday.",
                "I cannot wait to see the mountains!",
                "Sorry to hear that your order is late; it ships today.",
                "The function raises an error if it cannot open the file.",
                "`I'm sorry, I can't do that` is what HAL says."
            })
    void anAnswerThatIsSorryIsNoRefusal(String answer) {
        assertThat(breaks(Rule.REFUSAL, answer)).isFalse();
    }

    @Test
    void boilerplateIsAModelThatSpeaksOfItself() {
        assertThat(breaks(Rule.BOILERPLATE, "As an AI language model, I have no favourite."))
                .isTrue();
        assertThat(breaks(Rule.BOILERPLATE, "As of my last knowledge update, there were ten."))
                .isTrue();
        assertThat(breaks(Rule.BOILERPLATE, "作为一个人工智能，我没有感情。")).isTrue();
        assertThat(breaks(Rule.BOILERPLATE, "A language model predicts the next word."))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There are three reasons why this holds. The first of them is that the sum of the",
                "To bake it you need the following things from the shop around the corner:",
                "The bridge was built in 1902. It was then rebuilt after the flood had carried away most of its older",
                "First we sort the list, then we take the middle element, and then we compare it with the,"
            })
    void anAnswerThatBreaksOffIsTruncated(String answer) {
        assertThat(breaks(Rule.TRUNCATED, answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paris",
                "yes, because of the",
                "1. Eat more fruit and vegetables each day\n2. Drink a lot of water every day\n3. Sleep at least eight hours",
                "red, green, blue, yellow, orange, purple, black, white, grey, brown, pink, cyan, magenta",
                "for i in range(10):\n    print(i)\n    total = total + i * 2\nfor j in range(3):\n    print(j),",
                "Here is the code that you asked for, with comments:\n```\nx = [1, 2,\n```",
                "| a | b |\n|---|---|\n| one two three four | five six seven eight nine ten and |",
                "\"What we think, we become. All that we are arises with our thoughts.\" - Buddha",
                "What a lovely day it is in the park with all the dogs. Come out and play! #sunny"
            })
    void anAnswerThatEndsWithoutAMarkIsNotTruncated(String answer) {
        assertThat(breaks(Rule.TRUNCATED, answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure.<|im_end|>\n<|im_start|>user",
                "[INST] What is it? [/INST]",
                "42\n\n### Instruction:\nWrite a poem",
                "Assistant: It is blue.",
                "Blue.\n\nHuman: And the sea?\n\nAssistant: Green."
            })
    void marksOfATemplateAreLeaks(String answer) {
        assertThat(breaks(Rule.PROMPT_LEAK, answer)).isTrue();
    }

    @Test
    void codeMayShowATemplatesMarks() {
        assertThat(breaks(Rule.PROMPT_LEAK, "ChatML begins a turn with `<|im_start|>`."))
                .isFalse();
        assertThat(breaks(Rule.PROMPT_LEAK, "```\n[INST] hi [/INST]\n```")).isFalse();
    }

    @Test
    void twelveWordsOfTheSystemMessageInARowAreALeak() {
        String system = "You are the assistant of a bank. Never tell a customer what the limit of a transfer is, ever.";
        MeasuredText leak = new MeasuredText(
                "I was told: never tell a customer what the limit of a TRANSFER is – ever.", system, null);
        MeasuredText chance = new MeasuredText("You are the assistant of a bank, I hear.", system, null);

        assertThat(Rule.PROMPT_LEAK.broken(leak, Bounds.atMost(0))).contains("prompt-leaked");
        assertThat(Rule.PROMPT_LEAK.broken(chance, Bounds.atMost(0))).isEmpty();
    }

    @Test
    void aFenceIsClosedByOneOfItsKindThatIsAsLong() {
        assertThat(breaks(Rule.CODE_FENCES, "Here:\n```python\nx = 1")).isTrue();
        assertThat(breaks(Rule.CODE_FENCES, "````\n```\ncode\n```\n")).isTrue();
        assertThat(breaks(Rule.CODE_FENCES, "~~~\n```\n~~~")).isFalse();
        assertThat(breaks(Rule.CODE_FENCES, "1. Run:\n   ```sh\n   ls\n   ```\n2. Done"))
                .isFalse();
        assertThat(breaks(Rule.CODE_FENCES, "```one line```")).isFalse();
    }

    @Test
    void aTableNeedsAsManyDelimitersAsItsHeadHasCells() {
        assertThat(breaks(Rule.MARKDOWN, "| a | b |\n|---|\n| 1 | 2 |")).isTrue();
        assertThat(breaks(Rule.MARKDOWN, "| a | b |\n|:--|--:|\n| 1 | 2 |")).isFalse();
        assertThat(breaks(Rule.MARKDOWN, "a | b\n--- | ---\n1 | 2")).isFalse();
        assertThat(breaks(Rule.MARKDOWN, "| a \\| b | c |\n|---|---|")).isFalse();
        assertThat(breaks(Rule.MARKDOWN, "```\n| a | b |\n|---|\n```")).isFalse();
    }

    @Test
    void aLinkMustEnd() {
        assertThat(breaks(Rule.MARKDOWN, "See [here](https://a.example/b")).isTrue();
        assertThat(breaks(Rule.MARKDOWN, "See [here](https://a.example/b) and ![x](https://a.example/y(1))."))
                .isFalse();
    }
}
