package io.factuur.agreement;

import static io.factuur.agreement.Condition.ACCESS_TO_INVOICE;
import static io.factuur.agreement.Operation.CHANGE_ACCESS_TO_INVOICE;
import static io.factuur.agreement.Operation.CHANGE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.CHANGE_PROPERTIES;
import static io.factuur.agreement.Operation.DOWNLOAD_INVOICE;
import static io.factuur.agreement.Operation.DOWNLOAD_PRICES;
import static io.factuur.agreement.Operation.DOWNLOAD_USAGE;
import static io.factuur.agreement.Operation.GRANT_ACCESS;
import static io.factuur.agreement.Operation.PAY;
import static io.factuur.agreement.Operation.RECEIVE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.SEE_ACCESS;
import static io.factuur.agreement.Operation.SEE_COSTS;
import static io.factuur.agreement.Operation.SEE_INVOICES;
import static io.factuur.agreement.Operation.SEE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.SEE_SCOPE;
import static io.factuur.agreement.Role.ACCOUNT_ADMINISTRATOR;
import static io.factuur.agreement.Role.SUBSCRIPTION_OWNER;
import static io.factuur.agreement.Role.USER_ACCESS_ADMINISTRATOR;
import static io.factuur.agreement.ScopeKind.BILLING_ACCOUNT;
import static io.factuur.agreement.ScopeKind.SUBSCRIPTION;

import io.factuur.shared.BillingPeriod;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Microsoft Online Services Program: an account of one administrator, each subscription with its own invoice. */
final class OnlineServicesProgram implements Agreement {

    private static final List<Grant> GRANTS = readTable();

    private static List<Grant> readTable() {
        Grants grants = new Grants();
        grants.role(ACCOUNT_ADMINISTRATOR)
                .may(SEE_SCOPE, SEE_COSTS, SEE_INVOICES, DOWNLOAD_INVOICE, DOWNLOAD_USAGE, DOWNLOAD_PRICES)
                .may(CHANGE_PROPERTIES, SEE_ACCESS, GRANT_ACCESS)
                .at(SUBSCRIPTION)
                .may(RECEIVE_INVOICE_MAIL, SEE_INVOICE_MAIL, CHANGE_INVOICE_MAIL)
                .may(CHANGE_ACCESS_TO_INVOICE, PAY);
        grants.role(SubscriptionRoles.GENERAL)
                .may(SEE_SCOPE, SEE_COSTS, SEE_ACCESS)
                .mayIf(ACCESS_TO_INVOICE, SEE_INVOICES, DOWNLOAD_INVOICE, DOWNLOAD_USAGE, DOWNLOAD_PRICES);
        grants.role(SUBSCRIPTION_OWNER, USER_ACCESS_ADMINISTRATOR).may(GRANT_ACCESS);
        grants.role(SubscriptionRoles.COST_ONLY).may(SEE_SCOPE, SEE_COSTS);
        return grants.list();
    }

    @Override
    public Set<ScopeKind> childrenOf(ScopeKind kind) {
        return kind == BILLING_ACCOUNT ? Set.of(SUBSCRIPTION) : Set.of();
    }

    @Override
    public ScopeKind invoicedKind() {
        return SUBSCRIPTION;
    }

    @Override
    public ScopeKind billedKind() {
        return BILLING_ACCOUNT;
    }

    @Override
    public List<ScopeKind> defaultPath() {
        return List.of();
    }

    @Override
    public List<Role> rolesAt(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT -> List.of(ACCOUNT_ADMINISTRATOR);
            case SUBSCRIPTION -> SubscriptionRoles.ALL;
            default -> List.of();
        };
    }

    @Override
    public Set<Role> owners() {
        return Set.of(ACCOUNT_ADMINISTRATOR);
    }

    @Override
    public List<Grant> grants() {
        return GRANTS;
    }

    @Override
    public Set<Property> propertiesAt(ScopeKind kind) {
        return switch (kind) {
            case BILLING_ACCOUNT ->
                EnumSet.of(
                        Property.DISPLAY_NAME,
                        Property.BILL_TO,
                        Property.SOLD_TO,
                        Property.PURCHASE_ORDER,
                        Property.TAX_ID,
                        Property.REGISTRATION_NUMBER,
                        Property.CONTACT_EMAIL,
                        Property.TERMS,
                        Property.STATUS,
                        Property.STATUS_REASON);
            case SUBSCRIPTION ->
                EnumSet.of(
                        Property.DISPLAY_NAME,
                        Property.PURCHASE_ORDER,
                        Property.OFFER,
                        Property.STATUS,
                        Property.STATUS_REASON);
            default -> EnumSet.noneOf(Property.class);
        };
    }

    @Override
    public Set<Condition> switchesAt(ScopeKind kind) {
        return kind == SUBSCRIPTION ? EnumSet.of(ACCESS_TO_INVOICE) : EnumSet.noneOf(Condition.class);
    }

    @Override
    public InvoiceMail invoiceMail() {
        return InvoiceMail.PER_SUBSCRIPTION;
    }

    @Override
    public UsageLayout usageLayout() {
        return UsageLayout.MOSP_V2;
    }

    /** From the subscription's day of the month. */
    @Override
    public BillingPeriod periodOf(LocalDate day, LocalDate since) {
        return BillingPeriod.holding(day, since.getDayOfMonth());
    }

    @Override
    public boolean separatesMarketplace() {
        return true;
    }

    /** Subscription roles were let in at the end of 2016; what is older stays with the Account Administrator. */
    @Override
    public LocalDate sharedSince() {
        return LocalDate.of(2016, 12, 1);
    }

    @Override
    public InvoiceList invoiceList() {
        return InvoiceList.BY_PERIOD;
    }

    @Override
    public InvoiceDetail invoiceDetail() {
        return InvoiceDetail.METERS;
    }

    @Override
    public boolean invoicesAccounts() {
        return true;
    }
}
