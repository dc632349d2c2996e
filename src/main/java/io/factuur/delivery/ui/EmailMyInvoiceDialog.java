package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.factuur.delivery.MailPreference;
import io.factuur.delivery.MailTerms;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import java.util.List;

/** Opting in to a subscription's invoices by e-mail: terms first, then recipients, and the way out. */
class EmailMyInvoiceDialog extends Dialog {

    private final MailDoors doors;
    private final long scopeId;
    private final Person person;

    EmailMyInvoiceDialog(MailDoors doors, long scopeId, Person person) {
        this.doors = doors;
        this.scopeId = scopeId;
        this.person = person;
        addClassName("mail-dialog");
        setHeaderTitle(getTranslation("delivery.email-my-invoice"));
        show(doors.preferences().get(scopeId, person));
    }

    private void show(MailPreference preference) {
        removeAll();
        getFooter().removeAll();
        if (preference.optedIn()) {
            optedIn(preference);
        } else {
            optedOut(preference);
        }
    }

    private void optedOut(MailPreference preference) {
        add(new Paragraph(getTranslation("delivery.opt-in.about", preference.scopeName())));
        Button optIn =
                new Button(getTranslation("delivery.opt-in"), click -> terms("delivery.opt-in", "delivery.opted-in"));
        optIn.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(closeButton(), optIn);
    }

    /** @param agreeKey what accepting is called here */
    private void terms(String agreeKey, String doneKey) {
        removeAll();
        getFooter().removeAll();
        Section text = text(MailTerms.current());
        Checkbox accept = new Checkbox(getTranslation("delivery.terms.accept", MailTerms.current()));
        Button agree = new Button(
                getTranslation(agreeKey),
                click -> Notices.attempt(() -> {
                    show(doors.preferences().optIn(scopeId, MailTerms.current(), person));
                    Notices.done(getTranslation(doneKey));
                }));
        agree.addThemeVariants(ButtonVariant.PRIMARY);
        agree.setEnabled(false);
        accept.addValueChangeListener(ticked -> agree.setEnabled(ticked.getValue()));
        add(text, accept);
        getFooter().add(closeButton(), agree);
    }

    private Section text(String version) {
        Section text = new Section();
        text.addClassName("mail-terms");
        text.getElement().setAttribute("tabindex", "0");
        text.setAriaLabel(getTranslation("delivery.terms"));
        List<String> paragraphs =
                List.of(MailTerms.text(version, getLocale()).strip().split("\n\n"));
        text.add(new H3(paragraphs.getFirst()));
        paragraphs.stream().skip(1).forEach(paragraph -> text.add(new Paragraph(paragraph)));
        return text;
    }

    private void optedIn(MailPreference preference) {
        Div state = new Div(new Paragraph(getTranslation("delivery.opted-in.about", preference.scopeName())));
        if (preference.acceptance() != null) {
            state.add(accepted(preference.acceptance()));
        }
        if (preference.newerTerms() && preference.mayChange()) {
            state.add(newerTerms());
        }
        add(state, new RecipientPanel(doors, preference, person, this::show));
        Button optOut = new Button(getTranslation("delivery.opt-out.long"), click -> confirmOptOut());
        optOut.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        getFooter().add(optOut, closeButton());
    }

    /** Which terms were accepted, when and by whom; opened, what they say. */
    private Details accepted(MailPreference.Acceptance acceptance) {
        String what = getTranslation(
                "delivery.terms.accepted", acceptance.version(), Formats.here().date(acceptance.at()), acceptance.by());
        Details accepted = new Details(what, text(acceptance.version()));
        accepted.addClassName("quiet");
        return accepted;
    }

    private Div newerTerms() {
        Button read = new Button(
                getTranslation("delivery.terms.read"), click -> terms("delivery.terms.agree", "delivery.terms.agreed"));
        Div newer = new Div(new Paragraph(getTranslation("delivery.terms.newer", MailTerms.current())), read);
        newer.addClassNames("banner", "banner-warn");
        return newer;
    }

    private void confirmOptOut() {
        ConfirmDialog sure = new ConfirmDialog(
                getTranslation("delivery.opt-out.sure"),
                getTranslation("delivery.opt-out.about"),
                getTranslation("delivery.opt-out"),
                confirmed -> Notices.attempt(() -> {
                    show(doors.preferences().optOut(scopeId, person));
                    Notices.done(getTranslation("delivery.opted-out"));
                }));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("delivery.cancel"));
        sure.open();
    }

    private Button closeButton() {
        return new Button(getTranslation("ui.close"), click -> close());
    }
}
