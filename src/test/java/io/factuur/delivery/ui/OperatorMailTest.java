package io.factuur.delivery.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.UiTest;
import io.factuur.delivery.MailNights;
import io.factuur.mail.Letter;
import io.factuur.mail.MailFailure;
import io.factuur.mail.MailTransport;
import io.factuur.mail.OutgoingMail;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OperatorMailTest extends UiTest {

    @Autowired
    MailTransport transport;

    @Autowired
    MailNights nights;

    private final String address = "r" + UUID.randomUUID() + "@example.com";

    @Test
    void theMailboxIsFilteredAndAMailOpensWithoutScripts() throws MailFailure {
        transport.send(OutgoingMail.of(
                new EmailAddress(address),
                Letter.in(Locale.ENGLISH, "A subject").paragraph("Hello there.").build()));
        signIn(people.operator());
        MailboxView view = open("operator/mail/mailbox?words=" + address, MailboxView.class);
        assertThat(_size(view.grid)).isEqualTo(1);
        assertThat(String.join(" ", _getFormattedRow(view.grid, 0))).contains("A subject", address);
        _setValue(
                _get(TextField.class, spec -> spec.withPlaceholder("Filter by subject or recipient")), "nothing such");
        assertThat(_size(view.grid)).isZero();

        long id = mailId();
        open("operator/mail/mailbox/" + id, MailboxMailView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("A subject");
        IFrame frame = _get(IFrame.class);
        assertThat(frame.getElement().getAttribute("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(frame.getElement().getAttribute("srcdoc")).contains("Hello there.");
    }

    @Test
    void theOperatorHoldsAndStopsFromTheBoard() {
        Person operator = people.operator();
        signIn(operator);
        open("operator/mail", MailNightsView.class);
        try {
            _setValue(_get(Checkbox.class), true);
            _click(_get(Button.class, spec -> spec.withText("Stop all mail")));
            assertThat(nights.switches(operator)).isEqualTo(new MailNights.Switches(true, true));
            _assertOne(
                    Span.class,
                    spec -> spec.withText("All mail is stopped. Nothing leaves until you let it go again."));
            _click(_get(Button.class, spec -> spec.withText("Let mail go again")));
            assertThat(nights.switches(operator).stopped()).isFalse();
        } finally {
            nights.holdNext(false, operator);
            nights.stopAll(false, operator);
        }
    }

    @Test
    void whatIsStoredAboutAnAddressIsShown() {
        signIn(people.operator());
        AddressView view = open("operator/mail/address", AddressView.class);
        Person somebody = people.somebody();
        _setValue(view.address, somebody.email());
        _click(_get(Button.class, spec -> spec.withText("Show")));
        _assertOne(Span.class, spec -> spec.withText(somebody.username()));
    }

    @Test
    void nobodyElseGetsIn() {
        signIn(people.somebody());
        for (String page : new String[] {"operator/mail", "operator/mail/mailbox", "operator/mail/address"}) {
            open(page);
            assertThat(_get(H1.class).getText()).doesNotContain("Mail");
        }
    }

    private long mailId() {
        return jdbc.sql("select mail_id from mailbox_recipient where address = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;
}
