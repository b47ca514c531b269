package dev.reflux.activities.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void escapesTextsAndAttributes() {
        Markup paragraph =
                Markup.text("p", "<script>alert('1')</script> & \"more\"").with("title", "\"><b>");
        assertThat(paragraph)
                .hasToString("<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp;"
                        + " &quot;more&quot;</p>");
    }

    @Test
    void replacesCharactersThatNoPageMayHold() {
        assertThat(Markup.text("p", "a\u0000b\ud800c\u000bd")).hasToString("<p>a\ufffdb\ufffdc\ufffdd</p>");
    }

    @Test
    void keepsEmojiAndLineEnds() {
        assertThat(Markup.text("p", "👩‍💻\nzwei")).hasToString("<p>👩‍💻\nzwei</p>");
    }

    @Test
    void closesVoidElementsAtOnce() {
        assertThat(Markup.of("p", Markup.of("br"))).hasToString("<p><br/></p>");
    }
}
