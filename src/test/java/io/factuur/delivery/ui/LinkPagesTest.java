package io.factuur.delivery.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import io.factuur.UiTest;
import org.junit.jupiter.api.Test;

class LinkPagesTest extends UiTest {

    @Test
    void aLinkThatDoesNotWorkSaysSoToWhoeverFollowsIt() {
        open("mail/confirm/abc", ConfirmView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("This link no longer works");
        _assertNone(Button.class);
        open("mail/stop/1-abc", StopView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("There is nothing left to stop");
    }
}
