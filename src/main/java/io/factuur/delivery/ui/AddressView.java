package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.delivery.AddressFile;
import io.factuur.delivery.AddressFiles;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What is stored about an address, for somebody who asks; and its erasure. The address never stands in the page's own. */
@Route("operator/mail/address")
@RolesAllowed("OPERATOR")
class AddressView extends Main implements HasDynamicTitle {

    private final AddressFiles files;
    private final Person person;
    private final Div found = new Div();
    final TextField address = new TextField();

    AddressView(AddressFiles files, CurrentPerson me) {
        this.files = files;
        this.person = me.get();
        addClassNames("page", "narrow");
        address.setLabel(getTranslation("delivery.recipient.address"));
        address.setWidth("20rem");
        Button look = new Button(getTranslation("delivery.address.look"), click -> Notices.attempt(this::look));
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        Div toolbar = new Div(address, look);
        toolbar.addClassName("toolbar");
        found.addClassName("address-found");
        add(
                new PageHeader(getTranslation("delivery.address")).subtitle(getTranslation("delivery.address.about")),
                new MailTabs(AddressView.class),
                toolbar,
                found);
    }

    private void look() {
        show(files.of(new EmailAddress(address.getValue()), person));
    }

    private void show(AddressFile file) {
        found.removeAll();
        found.add(new DefinitionList()
                .add(getTranslation("delivery.recipient.address"), file.address())
                .addId(getTranslation("delivery.erased.hash"), file.hash())
                .add(
                        getTranslation("delivery.address.people"),
                        file.people().isEmpty() ? "–" : String.join(", ", file.people())));
        Formats formats = Formats.here();
        found.add(part(
                "delivery.address.recipient-of",
                file.recipientOf().stream()
                        .map(entry -> getTranslation(
                                "delivery.address.entry",
                                entry.scopeName(),
                                formats.date(entry.addedAt()),
                                entry.addedBy()))
                        .toList()));
        found.add(part(
                "delivery.address.mails",
                file.mails().stream()
                        .map(mail -> mail.invoiceNumber() + " · "
                                + getTranslation(mail.state().labelKey()) + " · " + formats.dateTime(mail.queuedAt()))
                        .toList()));
        found.add(part(
                "delivery.address.erasures",
                file.erasures().stream()
                        .map(one -> formats.dateTime(one.erasedAt()) + " · "
                                + getTranslation(one.reason().labelKey()) + " · " + one.code())
                        .toList()));
        if (!file.recipientOf().isEmpty()) {
            Button erase = new Button(getTranslation("delivery.address.erase"), click -> confirmErasure(file));
            erase.addThemeVariants(ButtonVariant.ERROR);
            found.add(erase);
        }
    }

    private Section part(String key, List<String> lines) {
        Section part = new Section(new H2(getTranslation(key)));
        part.addClassName("card");
        UnorderedList list = new UnorderedList();
        lines.forEach(line -> list.add(new ListItem(line)));
        part.add(lines.isEmpty() ? new Paragraph(getTranslation("delivery.address.nothing")) : list);
        return part;
    }

    private void confirmErasure(AddressFile file) {
        ConfirmDialog sure = new ConfirmDialog(
                getTranslation("delivery.address.erase"),
                getTranslation("delivery.address.erase.sure", file.recipientOf().size()),
                getTranslation("delivery.address.erase"),
                confirmed -> Notices.attempt(() -> {
                    files.erase(new EmailAddress(file.address()), person);
                    look();
                }));
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("delivery.cancel"));
        sure.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("delivery.address");
    }
}
