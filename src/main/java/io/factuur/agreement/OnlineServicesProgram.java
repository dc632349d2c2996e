package io.factuur.agreement;

import static io.factuur.agreement.Condition.ACCESS_TO_INVOICE;
import static io.factuur.agreement.Operation.CHANGE_ACCESS_TO_INVOICE;
import static io.factuur.agreement.Operation.CHANGE_INVOICE_MAIL;
import static io.factuur.agreement.Operation.CHANGE_PROPERTIES;
import static io.factuur.agreement.Operation.DOWNLOAD_INVOICE;
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
import java.util.List;
import java.util.Set;

/** Microsoft Online Services Program: an account of one administrator, each subscription with its own invoice. */
final class OnlineServicesProgram implements Agreement {

    private static final List<Grant> GRANTS = readTable();

    private static List<Grant> readTable() {
        Grants grants = new Grants();
        grants.role(ACCOUNT_ADMINISTRATOR)
                .may(SEE_SCOPE, SEE_COSTS, SEE_INVOICES, DOWNLOAD_INVOICE, DOWNLOAD_USAGE)
                .may(RECEIVE_INVOICE_MAIL, SEE_INVOICE_MAIL, CHANGE_INVOICE_MAIL)
                .may(CHANGE_PROPERTIES, CHANGE_ACCESS_TO_INVOICE, PAY, SEE_ACCESS, GRANT_ACCESS);
        grants.role(SubscriptionRoles.GENERAL)
                .may(SEE_SCOPE, SEE_COSTS, SEE_ACCESS)
                .mayIf(ACCESS_TO_INVOICE, SEE_INVOICES, DOWNLOAD_INVOICE, DOWNLOAD_USAGE);
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
}
