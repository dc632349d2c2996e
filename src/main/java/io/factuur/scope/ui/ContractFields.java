package io.factuur.scope.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.agreement.Offer;
import io.factuur.agreement.Property;
import io.factuur.scope.Enrollment;
import io.factuur.scope.Properties;
import io.factuur.scope.ScopeStatus;
import io.factuur.scope.Sold;
import io.factuur.scope.StatusReason;
import io.factuur.scope.Terms;
import io.factuur.shared.Texts;
import io.factuur.ui.DayField;
import io.factuur.ui.Languages;
import io.factuur.ui.NamedFields;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** What the contract says, for the operator: status, offer, terms, enrollment. Holds what was there for everybody else. */
class ContractFields extends Div {

    final Select<ScopeStatus> status = new Select<>();
    final Select<StatusReason> reason = new Select<>();
    final Select<Offer> offer = new Select<>();
    final BigDecimalField credit = new BigDecimalField();
    final Checkbox sovereign = new Checkbox();
    final BigDecimalField taxPercent = new BigDecimalField();
    final IntegerField days = new IntegerField();
    final DayField start = new DayField();
    final DayField end = new DayField();
    final TextField channel = new TextField();
    final TextField support = new TextField();
    final Select<Locale> language = new Select<>();

    ContractFields(Set<Property> there, Properties before) {
        addClassName("address-fields");
        FormLayout form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30rem", 2));
        add(new H3(getTranslation("properties.contract")), form);
        showStatus(before);
        showOffer(before.sold());
        showTerms(before.terms());
        showEnrollment(before.enrollment());
        form.add(status);
        if (there.contains(Property.STATUS_REASON)) {
            form.add(reason);
        }
        if (there.contains(Property.OFFER)) {
            form.add(offer, credit, sovereign);
        }
        if (there.contains(Property.TERMS)) {
            form.add(taxPercent, days, language);
        }
        if (there.contains(Property.ENROLLMENT)) {
            form.add(start, end, channel, support);
        }
    }

    ScopeStatus status() {
        return status.getValue();
    }

    StatusReason reason() {
        return reason.getValue();
    }

    Sold sold() {
        return new Sold(offer.getValue(), credit.getValue(), sovereign.getValue());
    }

    Terms terms() {
        BigDecimal percent = taxPercent.getValue();
        Locale spoken = language.getValue();
        return new Terms(
                percent == null ? null : percent.movePointLeft(2),
                days.getValue(),
                spoken == null ? null : spoken.getLanguage());
    }

    Enrollment enrollment() {
        return new Enrollment(start.getValue(), end.getValue(), channel.getValue(), support.getValue());
    }

    /** By the names that the parts of the contract have for them. */
    NamedFields named() {
        return new NamedFields()
                .with("monthlyCredit", credit)
                .with("taxRate", taxPercent)
                .with("paymentDays", days)
                .with("start", start)
                .with("end", end)
                .with("channel", channel)
                .with("supportLevel", support);
    }

    private void showStatus(Properties before) {
        status.setLabel(getTranslation(Property.STATUS.labelKey()));
        status.setItems(ScopeStatus.values());
        status.setItemLabelGenerator(one -> getTranslation(one.labelKey()));
        status.addValueChangeListener(
                chosen -> reason.setVisible(chosen.getValue().wantsReason()));
        status.setValue(before.status());
        reason.setLabel(getTranslation(Property.STATUS_REASON.labelKey()));
        reason.setEmptySelectionAllowed(true);
        reason.setEmptySelectionCaption(getTranslation("properties.empty"));
        reason.setItems(StatusReason.values());
        reason.setItemLabelGenerator(one -> getTranslation(one == null ? "properties.empty" : one.labelKey()));
        reason.setValue(before.statusReason());
        reason.setVisible(before.status().wantsReason());
    }

    private void showOffer(Sold sold) {
        offer.setLabel(getTranslation(Property.OFFER.labelKey()));
        offer.setItems(Offer.values());
        offer.setItemLabelGenerator(one -> getTranslation(one.labelKey()));
        offer.addValueChangeListener(chosen -> credit.setVisible(chosen.getValue() == Offer.MONTHLY_CREDIT));
        offer.setValue(sold.offer());
        credit.setLabel(getTranslation("offer.credit"));
        credit.setValue(sold.monthlyCredit());
        credit.setVisible(sold.offer() == Offer.MONTHLY_CREDIT);
        sovereign.setLabel(getTranslation("offer.cloud.sovereign"));
        sovereign.setValue(sold.sovereignCloud());
    }

    private void showTerms(Terms terms) {
        taxPercent.setLabel(getTranslation("terms.tax-percent"));
        taxPercent.setPlaceholder(getTranslation("terms.usual"));
        taxPercent.setValue(terms.taxRate() == null ? null : terms.taxRate().movePointRight(2));
        days.setLabel(getTranslation("terms.days"));
        days.setPlaceholder(getTranslation("terms.usual"));
        days.setValue(terms.paymentDays());
        language.setLabel(getTranslation("terms.language"));
        language.setPlaceholder(getTranslation("terms.usual"));
        language.setEmptySelectionAllowed(true);
        language.setEmptySelectionCaption(getTranslation("terms.usual"));
        language.setItems(Texts.LANGUAGES);
        language.setItemLabelGenerator(one -> one == null ? getTranslation("terms.usual") : Languages.name(one));
        language.setValue(Texts.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(terms.language()))
                .findFirst()
                .orElse(null));
    }

    private void showEnrollment(Enrollment enrollment) {
        start.setLabel(getTranslation("enrollment.start"));
        start.setValue(enrollment.start());
        end.setLabel(getTranslation("enrollment.end"));
        end.setValue(enrollment.end());
        channel.setLabel(getTranslation("enrollment.channel"));
        channel.setValue(enrollment.channel() == null ? "" : enrollment.channel());
        support.setLabel(getTranslation("enrollment.support"));
        support.setValue(enrollment.supportLevel() == null ? "" : enrollment.supportLevel());
    }
}
