package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.invoice.Credit;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each amount with what is left of it and until when; the operator can put it right here. */
class CreditsCard extends Section {

    private final CreditBooks books;
    private final Scope scope;
    private final @Nullable Runnable changed;
    private final Person person;
    private final Formats formats = Formats.here();

    /** @param changed is told when one was adjusted; null where nobody may */
    CreditsCard(CreditBooks books, Scope scope, List<Credit> given, @Nullable Runnable changed, Person person) {
        this.books = books;
        this.scope = scope;
        this.changed = changed;
        this.person = person;
        addClassNames("card", "wide");
        UnorderedList list = new UnorderedList();
        list.addClassName("recipient-list");
        given.forEach(credit -> list.add(row(credit)));
        add(new H2(getTranslation("credits.each")), list);
    }

    private ListItem row(Credit credit) {
        Span what = new Span(getTranslation(credit.kind().labelKey()) + " · " + money(credit.amount()));
        what.addClassName("recipient-address");
        String until = credit.validTo() == null
                ? getTranslation("credits.from", formats.date(credit.validFrom()))
                : getTranslation("credits.from-to", formats.date(credit.validFrom()), formats.date(credit.validTo()));
        Span about = new Span(credit.note().isBlank() ? until : until + " · " + credit.note());
        about.addClassNames("quiet", "recipient-about");
        Div words = new Div(what, about);
        words.addClassName("recipient-words");
        ListItem row = new ListItem(words, state(credit));
        row.addClassName("recipient-row");
        if (changed != null) {
            Button adjust = new Button(
                    getTranslation("credits.adjust"),
                    click -> new AdjustCreditDialog(books.credits(), scope, credit, changed, person).open());
            adjust.addThemeVariants(ButtonVariant.TERTIARY);
            adjust.setAriaLabel(getTranslation("credits.adjust") + ": " + what.getText());
            row.add(adjust);
        }
        return row;
    }

    private Badge state(Credit credit) {
        String left = money(credit.remaining());
        return switch (credit.state(books.today())) {
            case USED_UP -> new Badge(Badge.Tone.NEUTRAL, getTranslation("credits.used-up"));
            case EXPIRED -> new Badge(Badge.Tone.WARN, getTranslation("credits.expired", left));
            case TO_COME -> new Badge(Badge.Tone.INFO, getTranslation("credits.to-come", left));
            case ACTIVE -> new Badge(Badge.Tone.GOOD, getTranslation("credits.left", left));
        };
    }

    private String money(BigDecimal amount) {
        return formats.money(new Money(scope.currency(), amount));
    }
}
