package io.factuur.agreement;

import static io.factuur.agreement.Role.BILLING_READER;
import static io.factuur.agreement.Role.COST_MANAGEMENT_CONTRIBUTOR;
import static io.factuur.agreement.Role.COST_MANAGEMENT_READER;
import static io.factuur.agreement.Role.CO_ADMINISTRATOR;
import static io.factuur.agreement.Role.SERVICE_ADMINISTRATOR;
import static io.factuur.agreement.Role.SUBSCRIPTION_CONTRIBUTOR;
import static io.factuur.agreement.Role.SUBSCRIPTION_OWNER;
import static io.factuur.agreement.Role.SUBSCRIPTION_READER;
import static io.factuur.agreement.Role.USER_ACCESS_ADMINISTRATOR;

import java.util.List;

/** The roles on a subscription, the same under every agreement; what they are worth differs. */
final class SubscriptionRoles {

    /** Owner to co-administrator: the ones an "Access to invoice" switch speaks to. */
    static final Role[] GENERAL = {
        SUBSCRIPTION_OWNER,
        SUBSCRIPTION_CONTRIBUTOR,
        SUBSCRIPTION_READER,
        USER_ACCESS_ADMINISTRATOR,
        BILLING_READER,
        SERVICE_ADMINISTRATOR,
        CO_ADMINISTRATOR
    };

    static final Role[] COST_ONLY = {COST_MANAGEMENT_READER, COST_MANAGEMENT_CONTRIBUTOR};

    static final List<Role> ALL = List.of(
            SUBSCRIPTION_OWNER,
            SUBSCRIPTION_CONTRIBUTOR,
            SUBSCRIPTION_READER,
            USER_ACCESS_ADMINISTRATOR,
            BILLING_READER,
            SERVICE_ADMINISTRATOR,
            CO_ADMINISTRATOR,
            COST_MANAGEMENT_READER,
            COST_MANAGEMENT_CONTRIBUTOR);

    private SubscriptionRoles() {}
}
