using System.Text;
using Candour.CareRecord.Store;

namespace Candour.CareRecord.Tests.Store;

public sealed class LeafTests
{
    // Computed once with an independent program and written down in the specification before this code existed.
    [Fact]
    public void The_known_answer_holds()
    {
        var core = Encoding.UTF8.GetBytes(
            """{"actor":"s-17","answer":3,"at":"2026-10-05T09:12:33.120Z","instrument":"PHQ-9","item":9,"schema":1,"stream":"r-0001","type":"AnswerGiven"}""");
        var words = Encoding.UTF8.GetBytes("""{"comment":"asked again by telephone"}""");

        var first = Leaf.Commitment([.. Enumerable.Range(0x00, 32).Select(b => (byte)b)], core);
        var second = Leaf.Commitment([.. Enumerable.Range(0x20, 32).Select(b => (byte)b)], words);
        var data = Leaf.Data([.. first, .. second]);

        Convert.ToHexStringLower(first).ShouldBe("08fd6866a549566c42a7a17a1cc46c2c468098166bbe379de0a701cfcdf256d6");
        Convert.ToHexStringLower(second).ShouldBe("68e37c22d6bc66d6c8e32615c459f462d032cf7a406210e242169a87d52fc138");
        data.Length.ShouldBe(80);
        Convert.ToHexStringLower(Leaf.Hash(data)).ShouldBe("de3f891390e01485d24d966f4fc7ebfccb7ad83268e318a183055f231d0e9c41");
    }

    [Fact]
    public void A_short_salt_is_refused() =>
        Should.Throw<ArgumentException>(() => Leaf.Commitment(new byte[31], "{}"u8));
}
