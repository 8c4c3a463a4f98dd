import Kernel
package import NIOCore
import Synchronization

/// How many lines are open from each network, and in all, so that whoever opens thousands and says nothing takes no place
/// from the others. Our own proxies stand for many and count in the whole alone.
package final class Connections: Sendable {
    private struct Open {
        var all = 0
        var networks: [VisitorNetwork: Int] = [:]
    }

    private let ofOne: Int
    private let most: Int
    private let proxies: Set<String>
    private let open = Mutex(Open())

    package init(ofOne: Int = Bounds.connections, most: Int = Bounds.allConnections, proxies: Set<String>) {
        (self.ofOne, self.most, self.proxies) = (ofOne, most, proxies)
    }

    /// - Returns: false where there is no room.
    package func opened(from address: String) -> Bool {
        let network = network(of: address)
        return open.withLock { open in
            guard open.all < most, network.map({ open.networks[$0, default: 0] < ofOne }) ?? true else { return false }
            open.all += 1
            if let network { open.networks[network, default: 0] += 1 }
            return true
        }
    }

    package func closed(from address: String) {
        let network = network(of: address)
        open.withLock { open in
            open.all -= 1
            guard let network else { return }
            let left = open.networks[network, default: 1] - 1
            open.networks[network] = left == 0 ? nil : left
        }
    }

    private func network(of address: String) -> VisitorNetwork? {
        proxies.contains(address) ? nil : VisitorNetwork(address)
    }

    /// A new one stands in each connection.
    package var doorman: any RemovableChannelHandler { Doorman(self) }
}
