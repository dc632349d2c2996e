package io.factuur.usage;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed lists of FOCUS 1.2: the only words that some columns may have. */
public final class FocusWords {

    private static final Map<FocusColumn, Set<String>> ALLOWED = Map.of(
            FocusColumn.CHARGE_CATEGORY, words("Usage|Purchase|Tax|Credit|Adjustment"),
            FocusColumn.CHARGE_CLASS, words("Correction"),
            FocusColumn.CHARGE_FREQUENCY, words("One-Time|Recurring|Usage-Based"),
            FocusColumn.PRICING_CATEGORY, words("Standard|Dynamic|Committed|Other"),
            FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, words("Spend|Usage"),
            FocusColumn.COMMITMENT_DISCOUNT_STATUS, words("Used|Unused"),
            FocusColumn.CAPACITY_RESERVATION_STATUS, words("Used|Unused"),
            FocusColumn.SERVICE_CATEGORY, words("""
                    AI and Machine Learning|Analytics|Business Applications|Compute|Databases|Developer Tools|Identity|
                    Integration|Internet of Things|Management and Governance|Media|Migration|Mobile|Multicloud|
                    Networking|Security|Storage|Web|Other"""),
            FocusColumn.SERVICE_SUBCATEGORY, words("""
                    AI Platforms|Bots|Generative AI|Machine Learning|Natural Language Processing|
                    Other (AI and Machine Learning)|Analytics Platforms|Business Intelligence|Data Processing|Search|
                    Streaming Analytics|Other (Analytics)|Productivity and Collaboration|Other (Business Applications)|
                    Containers|End User Computing|Quantum Compute|Serverless Compute|Virtual Machines|Other (Compute)|
                    Caching|Data Warehouses|Ledger Databases|NoSQL Databases|Relational Databases|Time Series Databases|
                    Other (Databases)|Developer Platforms|Continuous Integration and Deployment|
                    Development Environments|Source Code Management|Quality Assurance|Other (Developer Tools)|
                    Identity and Access Management|Other (Identity)|API Management|Messaging|Workflow Orchestration|
                    Other (Integration)|IoT Analytics|IoT Platforms|Other (Internet of Things)|Architecture|Compliance|
                    Cost Management|Data Governance|Disaster Recovery|Endpoint Management|Observability|Support|
                    Other (Management and Governance)|Content Creation|Gaming|Media Streaming|Mixed Reality|Other (Media)|
                    Data Migration|Resource Migration|Other (Migration)|Other (Mobile)|Multicloud Integration|
                    Other (Multicloud)|Application Networking|Content Delivery|Network Connectivity|
                    Network Infrastructure|Network Routing|Network Security|Other (Networking)|Secret Management|
                    Security Posture Management|Threat Detection and Response|Other (Security)|Backup Storage|
                    Block Storage|File Storage|Object Storage|Storage Platforms|Other (Storage)|Application Platforms|
                    Other (Web)|Other (Other)"""));

    private static final Map<FocusColumn, Map<String, String>> BY_KEY = ALLOWED.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, list -> list.getValue().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(word -> word.toLowerCase(Locale.ROOT), Function.identity()))));

    private FocusWords() {}

    /** The words that a column may have; none where it may have any. */
    public static Set<String> allowed(FocusColumn column) {
        return ALLOWED.getOrDefault(column, Set.of());
    }

    /** The word of the list, where only its case is another ({@code Usage-based}); anything else as it is. */
    public static String cased(FocusColumn column, String word) {
        Set<String> allowed = ALLOWED.get(column);
        return allowed == null || allowed.contains(word)
                ? word
                : BY_KEY.getOrDefault(column, Map.of()).getOrDefault(word.toLowerCase(Locale.ROOT), word);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split("\\|\\s*")).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
