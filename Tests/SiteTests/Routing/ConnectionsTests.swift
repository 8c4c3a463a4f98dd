import Site
import Testing

@Suite struct ConnectionsTests {
    @Test func aNetworkThatHasAsManyAsMayBeGetsNoMoreUntilOneEnds() {
        let connections = Connections(ofOne: 2, most: 10, proxies: [])
        #expect(connections.opened(from: "2001:db8::1") && connections.opened(from: "2001:db8::2"))
        #expect(!connections.opened(from: "2001:db8::3"), "it is one network")
        #expect(connections.opened(from: "2001:db8:1::1"))
        connections.closed(from: "2001:db8::1")
        #expect(connections.opened(from: "2001:db8::3"))
    }

    @Test func ourProxyStandsForManyAndTheWholeHasAnEnd() {
        let connections = Connections(ofOne: 1, most: 3, proxies: ["10.0.0.1"])
        for _ in 1...3 { #expect(connections.opened(from: "10.0.0.1")) }
        #expect(!connections.opened(from: "10.0.0.1") && !connections.opened(from: "192.0.2.7"))
        connections.closed(from: "10.0.0.1")
        #expect(connections.opened(from: "192.0.2.7"))
    }
}
