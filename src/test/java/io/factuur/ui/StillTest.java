package io.factuur.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

class StillTest {

    @Test
    void keepsWordsLinksAndMarksAndEscapesWhatSomebodyTyped() {
        Anchor link = new Anchor("billing/1/overview", "A & B <script>");
        link.getElement().setAttribute("router-link", true);
        link.getElement().setAttribute("aria-label", "say \"A\"");
        Div part = new Div(new Span("first "), new Span("second"), link);
        part.addClassNames("card", "wide");

        Still still = new Still(part);

        assertThat(still.getElement().getTag()).isEqualTo("div");
        assertThat(still.getElement().getAttribute("class")).isEqualTo("card wide");
        assertThat(still.getInnerHtml())
                .isEqualTo("<span>first </span><span>second</span>"
                        + "<a aria-label=\"say &quot;A&quot;\" href=\"billing/1/overview\" router-link>"
                        + "A &amp; B &lt;script&gt;</a>");
    }

    @Test
    void leavesOutWhatIsHidden() {
        Span hidden = new Span("not for you");
        hidden.setVisible(false);
        assertThat(new Still(new Div(new Div(hidden), new Span("shown"))).getInnerHtml())
                .isEqualTo("<div></div><span>shown</span>");
    }
}
