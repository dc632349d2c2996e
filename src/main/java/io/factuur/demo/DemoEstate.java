package io.factuur.demo;

import static io.factuur.demo.DemoService.BACKUP_TOOL;
import static io.factuur.demo.DemoService.BANDWIDTH;
import static io.factuur.demo.DemoService.KUBERNETES;
import static io.factuur.demo.DemoService.MACHINES;
import static io.factuur.demo.DemoService.MONITOR;
import static io.factuur.demo.DemoService.SQL;
import static io.factuur.demo.DemoService.STORAGE;
import static io.factuur.demo.DemoService.SUPPORT_PLAN;
import static io.factuur.demo.DemoService.VAULT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the demo's organisations run. */
final class DemoEstate {

    private static final String WEST = "westeurope";
    private static final String NORTH = "northeurope";

    private final List<DemoResource> resources = new ArrayList<>();

    private DemoEstate() {}

    static List<DemoResource> all() {
        DemoEstate estate = new DemoEstate();
        estate.havenstad();
        estate.polder();
        estate.dijkstra();
        estate.vermeer();
        return List.copyOf(estate.resources);
    }

    /** What the old web shop ran in 2016, before its invoices were shared. */
    static List<DemoResource> oldShop() {
        DemoEstate estate = new DemoEstate();
        Subscription shop = new Subscription(DemoScopes.VERMEER, "EUR", DemoScopes.LEGACY, "Old web shop");
        estate.add(shop, "rg-shop", "stoldshop", STORAGE, WEST, "900", "1", "0");
        return List.copyOf(estate.resources);
    }

    private void havenstad() {
        Subscription production = new Subscription(
                DemoScopes.HAVENSTAD_OPERATIONS, "EUR", "0d9f6a51-1111-4a0e-8a3d-000000000101", "Terminal production");
        add(production, "rg-cranes", "vm-crane-control-01", MACHINES, WEST, "24", "1", "0");
        add(production, "rg-cranes", "vm-crane-control-02", MACHINES, WEST, "24", "1", "0");
        add(production, "rg-cranes", "aks-yard-planning", KUBERNETES, WEST, "24", "1", "0");
        add(production, "rg-cranes", "sql-yard", SQL, WEST, "96", "0.6", "0.02");
        add(production, "rg-data", "stcontainerscans", STORAGE, WEST, "18400", "1", "0.05");
        add(production, "rg-data", "pip-terminal", BANDWIDTH, WEST, "310", "0.4", "0.03");
        add(production, "rg-data", "log-terminal", MONITOR, WEST, "11.4", "0.7", "0.04");
        add(production, "rg-data", "meerkat-terminal", BACKUP_TOOL, WEST, "14", "1", "0");
        Subscription test = new Subscription(
                DemoScopes.HAVENSTAD_OPERATIONS, "EUR", "0d9f6a51-1111-4a0e-8a3d-000000000102", "Terminal test");
        add(test, "rg-test", "vm-crane-test-01", MACHINES, NORTH, "10", "0.1", "0");
        add(test, "rg-test", "sttestdata", STORAGE, NORTH, "900", "1", "0");
        Subscription customs = new Subscription(
                DemoScopes.HAVENSTAD_OPERATIONS, "EUR", "0d9f6a51-1111-4a0e-8a3d-000000000103", "Customs portal");
        add(customs, "rg-customs", "aks-customs", KUBERNETES, WEST, "24", "1", "0");
        add(customs, "rg-customs", "sql-declarations", SQL, WEST, "48", "0.5", "0.01");
        add(customs, "rg-customs", "kv-certificates", VAULT, WEST, "3.2", "0.3", "0");
        Subscription lab = new Subscription(
                DemoScopes.HAVENSTAD_RESEARCH, "USD", "0d9f6a51-1111-4a0e-8a3d-000000000104", "Simulation cluster");
        add(lab, "rg-simulation", "vmss-waves", MACHINES, NORTH, "140", "0.2", "0.06");
        add(lab, "rg-simulation", "stsimulation", STORAGE, NORTH, "5200", "1", "0.08");
    }

    private void polder() {
        Subscription meters =
                new Subscription(DemoScopes.POLDER, "EUR", "0d9f6a51-2222-4a0e-8a3d-000000000201", "Smart meters");
        add(meters, "rg-meters", "aks-ingest", KUBERNETES, WEST, "72", "1", "0");
        add(meters, "rg-meters", "vmss-ingest", MACHINES, WEST, "288", "1", "0.01");
        add(meters, "rg-meters", "sql-readings", SQL, WEST, "192", "0.9", "0.02");
        add(meters, "rg-meters", "streadings", STORAGE, WEST, "61000", "1", "0.04");
        add(meters, "rg-meters", "meerkat-meters", BACKUP_TOOL, WEST, "40", "1", "0");
        Subscription outages =
                new Subscription(DemoScopes.POLDER, "EUR", "0d9f6a51-2222-4a0e-8a3d-000000000202", "Outage map");
        add(outages, "rg-map", "vm-tiles-01", MACHINES, WEST, "24", "1", "0");
        add(outages, "rg-map", "pip-map", BANDWIDTH, WEST, "120", "1.4", "0.02");
        Subscription portal =
                new Subscription(DemoScopes.POLDER, "EUR", "0d9f6a51-2222-4a0e-8a3d-000000000203", "Customer portal");
        add(portal, "rg-portal", "aks-portal", KUBERNETES, NORTH, "24", "1", "0");
        add(portal, "rg-portal", "sql-customers", SQL, NORTH, "96", "0.8", "0");
        add(portal, "rg-portal", "log-portal", MONITOR, NORTH, "7.5", "0.8", "0.01");
    }

    private void dijkstra() {
        Subscription pumps =
                new Subscription(DemoScopes.DIJKSTRA, "EUR", "0d9f6a51-2222-4a0e-8a3d-000000000299", "Pump telemetry");
        add(pumps, "rg-pumps", "sql-pumps", SQL, WEST, "24", "1", "0.02");
        add(pumps, "rg-pumps", "stlevels", STORAGE, WEST, "800", "1", "0.05");
    }

    private void vermeer() {
        Subscription site =
                new Subscription(DemoScopes.VERMEER, "EUR", "0d9f6a51-3333-4a0e-8a3d-000000000301", "Website");
        add(site, "rg-site", "vm-site", MACHINES, WEST, "24", "1", "0");
        add(site, "rg-site", "pip-site", BANDWIDTH, WEST, "4.5", "1.6", "0.02");
        Subscription archive =
                new Subscription(DemoScopes.VERMEER, "EUR", "0d9f6a51-3333-4a0e-8a3d-000000000302", "Photo archive");
        add(archive, "rg-archive", "stphotos", STORAGE, WEST, "2300", "1", "0.03");
        add(archive, "rg-archive", "meerkat-photos", BACKUP_TOOL, WEST, "2", "1", "0");
        Subscription trial = new Subscription(DemoScopes.VERMEER, "EUR", DemoScopes.TRIAL, "Trial of the new shop");
        add(trial, "rg-trial", "vm-shop-test", MACHINES, WEST, "8", "0.5", "0");
        Subscription studio = new Subscription(DemoScopes.VERMEER, "EUR", DemoScopes.STUDIO, "Retouching studio");
        add(studio, "rg-studio", "vmss-render", MACHINES, WEST, "11", "0.2", "0.09");
        Subscription support = new Subscription(DemoScopes.VERMEER, "EUR", DemoScopes.SUPPORT, "Support plan");
        add(support, "rg-support", "plan", SUPPORT_PLAN, WEST, "1", "1", "0");
    }

    private void add(
            Subscription at,
            String group,
            String name,
            DemoService service,
            String region,
            String perDay,
            String weekend,
            String growth) {
        resources.add(new DemoResource(
                at.account,
                at.currency,
                at.id,
                at.name,
                group,
                name,
                service,
                region,
                new BigDecimal(perDay),
                new BigDecimal(weekend),
                new BigDecimal(growth)));
    }

    private record Subscription(String account, String currency, String id, String name) {}
}
