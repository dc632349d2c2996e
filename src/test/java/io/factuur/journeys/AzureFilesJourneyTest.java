package io.factuur.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import io.factuur.usage.ColumnName;
import io.factuur.usage.CsvRows;
import io.factuur.usage.TestAccounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Azure's own cost files go in by the API, become an invoice and come out again with every value they had. */
@IntegrationTest
class AzureFilesJourneyTest {

    /** Columns that have another name in the file that goes out. */
    private static final Map<String, String> RENAMED = Map.of(
            "invoicesection", "invoicesectionname",
            "product", "productname",
            "cost", "costinbillingcurrency",
            "billingcurrency", "billingcurrencycode");

    /** What the file left blank and the portal knows. */
    private static final Set<String> FILLED = Set.of(
            "accountid",
            "accountname",
            "invoicesectionid",
            "invoicesectionname",
            "billingperiodstartdate",
            "billingperiodenddate",
            "billingaccountname",
            "billingprofileid",
            "billingprofilename",
            "pricingcurrency");

    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestPeople people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Assignments assignments;

    Person operator;
    String operatorToken;

    @BeforeEach
    void anOperator() {
        operator = people.operator();
        operatorToken = token(operator);
    }

    @Test
    void theRealEnterpriseFileGoesTheWholeWay() throws Exception {
        Scope enrollment = accounts.enrollment();
        String file = new String(
                        Objects.requireNonNull(getClass().getResourceAsStream("/usage/azure_ea_actual_cost_11.csv"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .replace("8611537", enrollment.externalId());
        goesTheWholeWay(file, enrollment, "2023-09", Role.ENTERPRISE_ADMINISTRATOR, "USD", Set.of());
    }

    @Test
    void theOtherColumnsOfEnterpriseFilesGoTheSameWay() throws Exception {
        Scope enrollment = accounts.enrollment();
        String file = """
                InvoiceSectionName,AccountName,AccountOwnerId,SubscriptionId,SubscriptionName,ResourceGroup,\
                ResourceLocation,Date,ProductName,MeterCategory,MeterSubCategory,MeterId,MeterName,MeterRegion,\
                UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,CostCenter,ConsumedService,ResourceId,Tags,\
                OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,ResourceName,ReservationId,ReservationName,UnitPrice,\
                ProductOrderId,ProductOrderName,Term,PublisherType,PublisherName,ChargeType,Frequency,PricingModel,\
                AvailabilityZone,BillingAccountId,BillingAccountName,BillingCurrencyCode,BillingPeriodStartDate,\
                BillingPeriodEndDate,BillingProfileId,BillingProfileName,InvoiceSectionId,IsAzureCreditEligible,\
                PartNumber,PayGPrice,PlanName,ServiceFamily,CostAllocationRuleName,benefitId,benefitName,AccountId,\
                ResourceLocationNormalized
                Dept,Acc,o@example.com,sub-%1$s,Sub One,rg,EU West,9/3/2025,Prod,Virtual Machines,BS,m-1,B1s,EU,1 Hour,\
                5.64902E-05,0.1,5.64902E-06,cc,Microsoft.Compute,/subscriptions/s/resourceGroups/RG/providers/\
                Microsoft.Compute/virtualMachines/vm1,\"\"\"a\"\": \"\"b\"\",\"\"c\"\": \"\"\"\"\",MS-AZR,\"{\"\"x\"\":1}\",\
                i1,i2,vm1,,,0.1,,,,Azure,Microsoft,Usage,UsageBased,OnDemand,,%1$s,Enrollment,EUR,09/01/2025,09/30/2025,\
                %1$s,Enrollment,s1,TRUE,AAA-1,0.2,B1s,Compute,,,,acc-1,westeurope
                Dept,Acc,o@example.com,sub-%1$s,Sub One,,Unassigned,09/04/2025,,,,m-2,,,,1,12.5,12.5,,,,,,,,,,r-1,Reserved,\
                12.5,po-1,Reserved VM,P1Y,,,Purchase,OneTime,Reservation,,%1$s,Enrollment,EUR,09/01/2025,09/30/2025,,,,\
                True,,,,,rule,,,,
                ,,,Unassigned,,,,09/05/2025,,,,m-3,,,,-1,2,-2.000000000000000001,,,,,,,,,,,,,,,,,,Refund,,,,%1$s,,eur,\
                09/01/2025,09/30/2025,,,,,,,,,,,,,
                """.formatted(enrollment.externalId());
        goesTheWholeWay(file, enrollment, "2025-09", Role.ENTERPRISE_ADMINISTRATOR, "EUR", Set.of());
    }

    @Test
    void anAmortizedFileGoesTheSameWay() throws Exception {
        Scope enrollment = accounts.enrollment();
        String file = """
                \ufeffBillingAccountId,Date,MeterId,MeterCategory,Quantity,EffectivePrice,Cost,BillingCurrency,ChargeType,PricingModel,\
                ReservationId,benefitId,BillingPeriodStartDate,BillingPeriodEndDate
                %1$s,10/02/2025,m1,Virtual Machines,24,0.05,1.2,EUR,Usage,Reservation,r1,/r/1,10/01/2025,10/31/2025
                %1$s,10/02/2025,m1,Virtual Machines,1,0.3,0.3,EUR,UnusedReservation,Reservation,r1,,10/01/2025,10/31/2025
                %1$s,10/03/2025,m2,Storage,2,0.25,0.5,EUR,Usage,OnDemand,,,10/01/2025,10/31/2025
                """.formatted(enrollment.externalId());
        goesTheWholeWay(file, enrollment, "2025-10", Role.ENTERPRISE_ADMINISTRATOR, "EUR", Set.of());
    }

    @Test
    void aCustomerAgreementFileGoesTheSameWay() throws Exception {
        Scope profile = accounts.profile("P" + UUID.randomUUID());
        String id = profile.externalId();
        String head = """
                invoiceId,previousInvoiceId,billingAccountId,billingAccountName,billingProfileId,billingProfileName,\
                invoiceSectionId,invoiceSectionName,resellerName,resellerMpnId,costCenter,billingPeriodEndDate,\
                billingPeriodStartDate,servicePeriodEndDate,servicePeriodStartDate,date,serviceFamily,productOrderId,\
                productOrderName,consumedService,meterId,meterName,meterCategory,meterSubCategory,meterRegion,ProductId,\
                ProductName,SubscriptionId,subscriptionName,publisherType,publisherId,publisherName,resourceGroupName,\
                ResourceId,resourceLocation,location,effectivePrice,quantity,unitOfMeasure,chargeType,billingCurrency,\
                pricingCurrency,costInBillingCurrency,costInPricingCurrency,costInUsd,paygCostInBillingCurrency,\
                paygCostInUsd,exchangeRatePricingToBilling,exchangeRateDate,isAzureCreditEligible,serviceInfo1,\
                serviceInfo2,additionalInfo,tags,PayGPrice,frequency,term,reservationId,reservationName,pricingModel,\
                unitPrice,costAllocationRuleName,benefitId,benefitName,provider
                """;
        String usage =
                ",,acc:1_2019-05-31,Account," + id + ",Profile,SEC-1,Section,,,,,,10/01/2026,09/01/2026,09/10/2026,"
                        + "Networking,ord-1,Azure plan,Microsoft.Network,m-1,Standard Static,Virtual Network,IP Addresses,EU West,"
                        + "DZH-1,IP Addresses,sub-" + id
                        + ",Sub One,Azure,,Microsoft,rg,/subscriptions/s/resourceGroups/rg/providers/"
                        + "Microsoft.Network/publicIPAddresses/ip1,westeurope,EU West,0.12,2,1/Day,Usage,EUR,USD,"
                        + "0.206079340546110252,0.24,0.24,0.206079340546110252,0.24,0.858663918942126052,09/01/2026,True,,,"
                        + "\"{\"\"k\"\":[1,\"\"x\"\"]}\",\"{\"\"env\"\":\"\"prod\"\"}\",0.12,UsageBased,,,,OnDemand,0.12,,,,Azure\n";
        String refund = "G1,G0,acc:1_2019-05-31,Account," + id + ",Profile,SEC-1,Section,,,cc,09/30/2026,09/01/2026,"
                + "09/30/2026,09/01/2026,09/12/2026,Compute,ord-2,Reserved,,m-2,,Virtual Machines,,,,,sub-" + id
                + ",Sub One,Marketplace,p-1,Somebody,,,,,1,-1,1 Hour,Refund,EUR,EUR,-31.50,-31.50,,,,1,,False,,,,,,OneTime,"
                + "P1Y,r-1,My reservation,Reservation,31.50,,,,Azure\n";
        goesTheWholeWay(
                head + usage + refund, profile, "2026-09", Role.BILLING_PROFILE_READER, "EUR", Set.of("invoiceid"));
    }

    private void goesTheWholeWay(String file, Scope billed, String period, Role role, String currency, Set<String> ours)
            throws Exception {
        List<Map<String, String>> given = folded(file.replace("\ufeff", ""));
        String costs =
                sum(given, "cost", "costinbillingcurrency").stripTrailingZeros().toPlainString();
        String answer = mvc.perform(post("/api/v1/usage/imports")
                        .header("Authorization", "Bearer " + operatorToken)
                        .contentType("text/csv")
                        .content(file.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).contains("\"state\":\"LIVE\"").contains("\"rowsAccepted\":" + given.size());
        mvc.perform(post("/api/v1/billing-runs")
                        .header("Authorization", "Bearer " + operatorToken)
                        .contentType("application/json")
                        .content("{\"billingAccount\": \"%s\", \"period\": \"%s\"}"
                                .formatted(billed.externalId(), period)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.invoices.length()").value(1))
                .andExpect(jsonPath("$.invoices[0].charges.currency").value(currency));

        Person reader = people.somebody();
        assignments.assign(billed.id(), reader.username(), role, operator);
        String out = mvc.perform(usageFile(billed, period, token(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        List<Map<String, String>> back = folded(out);
        List<Map<String, String>> rounding = back.stream()
                .filter(row -> "RoundingAdjustment".equals(row.get("chargetype")))
                .toList();
        back.removeAll(rounding);
        assertThat(back).hasSameSizeAs(given);
        for (int i = 0; i < given.size(); i++) {
            compare(given.get(i), back.get(i), ours);
        }
        assertThat(sum(back, "costinbillingcurrency")).isEqualByComparingTo(costs);
        assertThat(sum(folded(out), "costinbillingcurrency")
                        .stripTrailingZeros()
                        .scale())
                .isLessThanOrEqualTo(2);
    }

    private static void compare(Map<String, String> given, Map<String, String> back, Set<String> ours) {
        given.forEach((column, value) -> {
            String name = back.containsKey(column) ? column : RENAMED.getOrDefault(column, column);
            boolean filled = value.isEmpty() && FILLED.contains(column);
            if (!ours.contains(column) && !filled) {
                assertThat(back).as(column).containsKey(name);
                assertThat(plain(column, back.get(name))).as(column).isEqualTo(plain(column, value));
            }
        });
    }

    /** Days and numbers may be written differently, and a blank may be filled with what the tree of scopes knows. */
    private static String plain(String column, String value) {
        if (column.endsWith("date") && value.matches("\\d+/\\d+/\\d{4}")) {
            return LocalDate.parse(value, AMERICAN).toString();
        }
        if (value.matches("[-+]?[0-9.]+E[-+]?\\d+")) {
            return new BigDecimal(value).toPlainString();
        }
        return column.startsWith("billingcurrency") ? value.toUpperCase(java.util.Locale.ROOT) : value;
    }

    private MockHttpServletRequestBuilder usageFile(Scope scope, String period, String token) {
        return get("/api/v1/usage")
                .param("scope", String.valueOf(scope.id()))
                .param("period", period)
                .param("format", "native")
                .header("Authorization", "Bearer " + token);
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String... names) {
        return rows.stream()
                .map(row -> List.of(names).stream()
                        .map(row::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Map<String, String>> folded(String csv) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> row : CsvRows.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            rows.add(new HashMap<>(row.entrySet().stream()
                    .collect(Collectors.toMap(entry -> ColumnName.key(entry.getKey()), Map.Entry::getValue))));
        }
        return rows;
    }

    private String token(Person person) {
        String secret = UUID.randomUUID().toString();
        tokens.store(person, "Test", secret, null);
        return secret;
    }
}
