package io.factuur.security;

import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.factuur.mail.MailSettings;
import io.factuur.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Two doors, two chains: programs under {@code /api} (the pages' document links too) and what watches the portal under
 * {@code /actuator}; people everywhere else. How the portal is doing is told to anybody, in one word; its figures to an
 * operator's token.
 */
@Configuration
@EnableMethodSecurity
class SecurityConfig {

    private static final String SIGN_IN = "/login";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SessionWatch sessionWatch(SecurityContextHolderStrategy holder, CurrentPerson me, PeopleNow now, Clock clock) {
        return new SessionWatch(holder, me, now, clock);
    }

    /** Requests are counted and timed as a whole; a timer around each filter would cost a tenth of a short one. */
    @Bean
    SecurityObservationSettings noTimerForEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** The two chains call it; the container shall not call it on its own as well. */
    @Bean
    FilterRegistrationBean<SessionWatch> onlyInChains(SessionWatch watch) {
        FilterRegistrationBean<SessionWatch> registration = new FilterRegistrationBean<>(watch);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            ApiTokens tokens,
            SecurityContextHolderStrategy holder,
            SessionWatch watch,
            RefusedWatchers refused) {
        return http.securityMatcher("/api/**", "/actuator/**")
                .addFilterAfter(watch, SecurityContextHolderFilter.class)
                .addFilterBefore(new BearerFilter(tokens, holder), AuthorizationFilter.class)
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerFilter::isPresent))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(problems -> problems.authenticationEntryPoint(SecurityConfig::askForToken)
                        .accessDeniedHandler(refused))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SessionWatch watch,
            MailSettings portal,
            PasskeySession passkeySession,
            SignInDoors doors,
            OidcPeople elsewhere,
            VaadinDefaultRequestCache wanted,
            SecurityContextHolderStrategy holder) {
        // The passkey filters take whatever holder stands here when they are made, and ask no bean.
        SecurityContextHolder.setContextHolderStrategy(holder);
        wanted.setDelegateRequestCache(atItsOwnAddress());
        if (!doors.list().isEmpty()) {
            http.oauth2Login(others -> others.loginPage(SIGN_IN)
                    .failureUrl(SIGN_IN + "?error&elsewhere")
                    .userInfoEndpoint(word -> word.oidcUserService(elsewhere)));
        }
        return http.addFilterAfter(watch, SecurityContextHolderFilter.class)
                .webAuthn(passkeys -> PasskeyConfig.settle(passkeys, portal, passkeySession))
                .formLogin(form -> form.loginPage(SIGN_IN).failureHandler(SecurityConfig::backToSignIn))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/styles/**", "/scripts/**", "/styles.css", "/icons/**", "/fonts/**", "/error")
                        .permitAll())
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(SIGN_IN)
                        .anyRequest(any -> any.authenticated()))
                .build();
    }

    /** Whoever signs in comes to the page they wanted, without a word more in its address. */
    @SuppressWarnings("NullAway") // null is how the parameter is left out, though it is not declared so
    private static RequestCache atItsOwnAddress() {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        return wanted;
    }

    private static void backToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String pause = why instanceof SlowedSignIn.Paused paused ? "&wait=" + paused.seconds() : "";
        response.sendRedirect(request.getContextPath() + SIGN_IN + "?error" + pause);
    }

    static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem(
                response,
                HttpServletResponse.SC_NOT_FOUND,
                "Not Found",
                Texts.get(request.getLocale(), "problem.not-found"));
    }

    private static void askForToken(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problem(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                "Unauthorized",
                "Sign in, or send an API token as Authorization: Bearer.");
    }

    static void problem(HttpServletResponse response, int status, String title, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType(APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"detail\":\"%s\",\"status\":%d,\"title\":\"%s\"}".formatted(detail, status, title));
    }
}
