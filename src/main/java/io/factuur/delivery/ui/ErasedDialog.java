package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.factuur.delivery.ErasureCertificate;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.Formats;

/** The certificate that an address was erased; it does not name the address. */
class ErasedDialog extends Dialog {

    ErasedDialog(ErasureCertificate certificate) {
        setHeaderTitle(getTranslation("delivery.erased.title"));
        addClassName("mail-dialog");
        add(
                new Paragraph(getTranslation("delivery.erased.about", certificate.receipts())),
                new DefinitionList()
                        .addId(getTranslation("delivery.erased.code"), certificate.code())
                        .add(
                                getTranslation("delivery.erased.at"),
                                Formats.here().dateTime(certificate.erasedAt()))
                        .add(
                                getTranslation("delivery.erased.reason"),
                                getTranslation(certificate.reason().labelKey()))
                        .addId(getTranslation("delivery.erased.hash"), certificate.addressKey())
                        .addId(getTranslation("delivery.erased.seal"), certificate.seal()));
        getFooter()
                .add(
                        new DocumentLink(
                                "/api/v1/scopes/" + certificate.scopeId() + "/invoice-email/erasures/"
                                        + certificate.code(),
                                getTranslation("delivery.erased.download")),
                        new Button(getTranslation("ui.close"), click -> close()));
    }
}
