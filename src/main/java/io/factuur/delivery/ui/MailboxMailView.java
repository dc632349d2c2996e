package io.factuur.delivery.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.factuur.mail.Mailbox;
import io.factuur.ui.AddressId;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.Formats;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;

/** A mail of the mailbox inside the application, opened as a mail program would: no script runs, links open elsewhere. */
@Route("operator/mail/mailbox/:mail")
@RolesAllowed("OPERATOR")
class MailboxMailView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Mailbox mailbox;
    private String title = "";

    MailboxMailView(Mailbox mailbox) {
        this.mailbox = mailbox;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = AddressId.of(event, "mail");
        Mailbox.Mail mail = mailbox.get(id);
        title = mail.subject();
        removeAll();
        RouterLink back = new RouterLink(getTranslation("delivery.mailbox"), MailboxView.class);
        back.addClassName("button-link");
        add(new PageHeader(title).actions(back), head(mail), files(id), page(mail), raw(mail));
    }

    private DefinitionList head(Mailbox.Mail mail) {
        return new DefinitionList()
                .add(getTranslation("delivery.mailbox.from"), mail.sender())
                .add(getTranslation("delivery.mailbox.to"), mail.deliveredTo())
                .add(getTranslation("delivery.mailbox.sent"), Formats.here().dateTime(mail.sentAt()));
    }

    private Div files(long mail) {
        Div files = new Div();
        files.addClassName("toolbar");
        mailbox.enclosures(mail)
                .forEach(file -> files.add(new DocumentLink(
                        "/api/v1/mail/mailbox/" + mail + "/attachments/" + file.id(),
                        file.name() + " (" + Formats.here().size(file.sizeBytes()) + ")")));
        files.setVisible(files.getComponentCount() > 0);
        return files;
    }

    private IFrame page(Mailbox.Mail mail) {
        IFrame page = new IFrame();
        page.addClassName("mail-page");
        page.setTitle(mail.subject());
        page.getElement().setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
        page.setSrcdoc(mail.bodyHtml().replace("<head>", "<head><base target=\"_blank\">"));
        return page;
    }

    private Div raw(Mailbox.Mail mail) {
        Div parts = new Div(
                part("delivery.mailbox.text", mail.bodyText()), part("delivery.mailbox.headers", mail.headers()));
        parts.addClassName("mail-raw");
        return parts;
    }

    private NativeDetails part(String key, String text) {
        return new NativeDetails(getTranslation(key), new Pre(text));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
