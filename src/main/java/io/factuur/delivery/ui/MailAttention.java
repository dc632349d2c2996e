package io.factuur.delivery.ui;

import com.vaadin.flow.component.UI;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.MailTrouble;
import io.factuur.delivery.MailTroubles;
import io.factuur.delivery.MailTroubles.AtScope;
import io.factuur.delivery.MailTroubles.House;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Attention;
import io.factuur.ui.Badge.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Mail that did not arrive, terms and addresses that wait or end; for the operator, nights that wait for a release. */
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
        add(all, trouble -> troubles.list(trouble, MOST, person));
        return all;
    }

    @Override
    public List<Attention> at(long scopeId, Person person) {
        List<Attention> all = new ArrayList<>();
        add(all, trouble -> troubles.at(scopeId, trouble, MOST, person));
        return all;
    }

    private static void add(List<Attention> all, Function<MailTrouble, List<AtScope>> read) {
        for (MailTrouble trouble : MailTrouble.values()) {
            read.apply(trouble)
                    .forEach(row -> all.add(new Attention(
                            tone(trouble), text("attention." + trouble, row.addresses()), row.scopeName(), path(row))));
        }
    }

    private static Tone tone(MailTrouble trouble) {
        return switch (trouble) {
            case UNDELIVERED -> Tone.BAD;
            case UNCONFIRMED, NEWER_TERMS -> Tone.WARN;
            case ENDING -> Tone.INFO;
        };
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
