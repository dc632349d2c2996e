package io.factuur.delivery.ui;

import com.vaadin.flow.component.UI;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.MailTroubles;
import io.factuur.delivery.MailTroubles.AtScope;
import io.factuur.delivery.MailTroubles.House;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Attention;
import io.factuur.ui.Badge.Tone;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mail that did not arrive, addresses that wait or end; for the operator, nights that wait for a release. */
@Component
class MailAttention implements Attention.Source {

    private static final int MOST = 3;

    private final MailTroubles troubles;

    MailAttention(MailTroubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public List<Attention> list(Person person) {
        List<Attention> all = new ArrayList<>();
        if (person.operator()) {
            House house = troubles.house(person);
            if (house.held() > 0) {
                all.add(new Attention(Tone.WARN, text("attention.held", house.held()), "", "operator/mail"));
            }
            if (house.undelivered() > 0) {
                all.add(new Attention(Tone.BAD, text("attention.mails", house.undelivered()), "", "operator/mail"));
            }
        }
        add(all, Tone.BAD, "attention.bounced", troubles.undelivered(MOST, person));
        add(all, Tone.WARN, "attention.unconfirmed", troubles.unconfirmed(MOST, person));
        add(all, Tone.INFO, "attention.ending", troubles.ending(MOST, person));
        return all;
    }

    private static void add(List<Attention> all, Tone tone, String key, List<AtScope> rows) {
        rows.forEach(row -> all.add(new Attention(tone, text(key, row.addresses()), row.scopeName(), path(row))));
    }

    private static String path(AtScope row) {
        return row.kind() == ScopeKind.SUBSCRIPTION
                ? "subscriptions/" + row.scopeId() + "/invoices?" + EmailMyInvoice.OPEN
                : "billing/" + row.scopeId() + "/properties";
    }

    private static String text(String key, Object... arguments) {
        return Texts.get(UI.getCurrent().getLocale(), key, arguments);
    }
}
