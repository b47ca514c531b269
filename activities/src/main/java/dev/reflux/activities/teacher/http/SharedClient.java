package dev.reflux.activities.teacher.http;

import java.net.ProxySelector;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;

/**
 * The one HTTP client of this process: HTTP/1.1, kept-alive connections, the JVM's proxies and trust store. It retries,
 * redirects, remembers and negotiates nothing by itself.
 */
final class SharedClient {

    /** The campaign's limits say how much is asked at once; the pool must never be what waits. */
    private static final int MOST_CONNECTIONS = 100_000;

    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);

    private SharedClient() {}

    static HttpClient open() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                .setDefaultRequestConfig(requests())
                .setProxySelector(ProxySelector.getDefault())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .setUserAgent("reflux")
                .build();
    }

    private static PoolingHttpClientConnectionManager connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(10, TimeUnit.SECONDS)
                        .setIdleTimeout(LONGEST_IDLE.toTimeout())
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .build();
    }

    /** An offer to upgrade makes some model servers drop the body of the request. */
    private static RequestConfig requests() {
        return RequestConfig.custom()
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .setDefaultKeepAlive(LONGEST_IDLE.getDuration(), LONGEST_IDLE.getTimeUnit())
                .build();
    }
}
