package io.factuur.invoice.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.UploadEvent;
import io.factuur.invoice.DocumentChecks;
import io.factuur.invoice.DocumentChecks.Genuine;
import io.factuur.shared.Sha256;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.LivePage;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** For anybody who holds a document: is it the genuine, unchanged one? The file runs through a digest and is not kept. */
@Route(value = "check", autoLayout = false)
@AnonymousAllowed
class CheckView extends Main implements HasDynamicTitle {

    private static final int BUFFER = 1 << 16;
    private static final long LARGEST = 2_000_000_000;

    private final DocumentChecks checks;
    private final Div answer = new Div();

    CheckView(DocumentChecks checks) {
        this.checks = checks;
        addClassName("link-page");
        Div brand = new Div(new Image("icons/logo.svg", ""), new Span(getTranslation("app.name")));
        brand.addClassName("link-brand");
        Upload upload = new Upload(this::take);
        upload.setUploadButton(new Button(getTranslation("check.choose")));
        upload.setDropLabel(new Paragraph(getTranslation("check.drop")));
        addAttachListener(attached -> LivePage.keepUp(attached.getUI()));
        answer.addClassName("check-answer");
        answer.getElement().setAttribute("role", "status");
        Paragraph kept = new Paragraph(getTranslation("check.kept"));
        kept.addClassName("quiet");
        Div card = new Div(
                Icons.of("shield"),
                new H1(getTranslation("check.title")),
                new Paragraph(getTranslation("check.about")),
                upload,
                answer,
                kept);
        card.addClassName("link-card");
        add(new Div(brand, card));
    }

    /** Runs in the request that brings the file; reads it to its end and keeps nothing of it. */
    private void take(UploadEvent event) {
        UI ui = event.getUI();
        try (InputStream body = event.getInputStream()) {
            String digest = digest(body);
            ui.access(() -> show(event.getFileName(), digest));
        } catch (IOException broken) {
            ui.access(() -> say("warn", "alert", getTranslation("check.broken", event.getFileName())));
        }
    }

    void show(String fileName, String digest) {
        Optional<Genuine> found = checks.find(digest);
        found.ifPresentOrElse(
                genuine -> say(
                        genuine.stands() ? "good" : "warn",
                        "check",
                        getTranslation("check.genuine"),
                        getTranslation(
                                "check.genuine.what",
                                genuine.name(),
                                genuine.kind(),
                                Formats.here().dateTime(genuine.sealedAt())),
                        genuine.stands() ? "" : getTranslation("check.void")),
                () -> say(
                        "bad",
                        "alert",
                        getTranslation("check.unknown", fileName),
                        getTranslation("check.unknown.what")));
        Code seal = new Code(digest);
        seal.addClassName("id");
        answer.add(seal);
    }

    private void say(String tone, String icon, String heading, String... paragraphs) {
        answer.removeAll();
        answer.setClassName("check-answer banner-" + tone);
        answer.add(Icons.of(icon), new H2(heading));
        for (String paragraph : paragraphs) {
            if (!paragraph.isEmpty()) {
                answer.add(new Paragraph(paragraph));
            }
        }
    }

    static String digest(InputStream body) throws IOException {
        MessageDigest sha = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            sha.update(buffer, 0, read);
            all += read;
            if (all > LARGEST) {
                throw new IOException("Too large to be one of ours");
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("check.title");
    }
}
