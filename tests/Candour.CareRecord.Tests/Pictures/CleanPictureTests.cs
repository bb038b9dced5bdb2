using System.Text;
using Candour.CareRecord.Pictures;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Pictures;

public sealed class CleanPictureTests
{
    [Fact]
    public void What_a_camera_writes_beside_a_jpeg_is_taken_out_and_the_picture_stays()
    {
        var photo = APicture.Jpeg(40, 30, "PLACE 54.0 north, Madeup phone");
        var (picture, because) = CleanPicture.Of(photo);
        because.ShouldBeNull();
        (picture!.Kind, picture.Width, picture.Height).ShouldBe((PictureKind.Jpeg, 40, 30));
        Encoding.Latin1.GetString(picture.Bytes).ShouldNotContain("Madeup");
        Encoding.Latin1.GetString(picture.Bytes).ShouldNotContain("a comment");
        Encoding.Latin1.GetString(picture.Bytes).ShouldNotContain("after the end");
        Encoding.Latin1.GetString(picture.Bytes).ShouldContain(APicture.Points);
        picture.Bytes[..2].ShouldBe([0xFF, 0xD8]);
        picture.Bytes[^2..].ShouldBe([0xFF, 0xD9]);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public void Which_way_up_it_was_taken_is_the_one_note_kept(int orientation, bool noted)
    {
        var kept = CleanPicture.Of(APicture.Jpeg(40, 30, "PLACE", orientation)).Picture!;
        var text = Encoding.Latin1.GetString(kept.Bytes);
        text.Contains("Exif", StringComparison.Ordinal).ShouldBe(noted);
        text.ShouldNotContain("PLACE");
        // A second reading finds what the first one wrote, and changes nothing.
        CleanPicture.Of(kept.Bytes).Picture!.Bytes.ShouldBe(kept.Bytes);
    }

    [Fact]
    public void Texts_and_times_of_a_png_are_taken_out()
    {
        var (picture, because) = CleanPicture.Of(APicture.Png(40, 30, "Author Madeup"));
        because.ShouldBeNull();
        (picture!.Kind, picture.Width, picture.Height).ShouldBe((PictureKind.Png, 40, 30));
        Encoding.Latin1.GetString(picture.Bytes).ShouldNotContain("Madeup");
        Encoding.Latin1.GetString(picture.Bytes).ShouldContain("IDAT");
    }

    [Fact]
    public void What_calls_itself_a_picture_and_is_none_is_refused_in_words()
    {
        foreach (var text in new[] { "<svg onload='alert(1)'>", "<html><script>", "GIF89a", "%PDF-1.7", "MZ", "RIFF....WEBP" })
            CleanPicture.Of(Encoding.ASCII.GetBytes(text)).Because.ShouldBeOfType<NotAPicture>();
        CleanPicture.Of([]).Because.ShouldBeOfType<ChooseAPicture>();
    }

    [Fact]
    public void A_picture_that_was_cut_short_anywhere_is_refused_and_never_an_error()
    {
        foreach (var whole in new[] { APicture.Jpeg(40, 30, "PLACE", 6, tail: ""), APicture.Png(40, 30, "text") })
        {
            for (var length = 3; length < whole.Length; length++)
                CleanPicture.Of(whole[..length]).Picture.ShouldBeNull($"cut at {length} of {whole.Length}");
        }
    }

    [Fact]
    public void Any_byte_changed_is_kept_or_refused_and_never_an_error()
    {
        foreach (var whole in new[] { APicture.Jpeg(40, 30, "PLACE", 6), APicture.Png(40, 30, "text") })
        {
            for (var at = 0; at < whole.Length; at++)
            {
                foreach (var value in new byte[] { 0x00, 0x7F, 0xFF })
                {
                    var changed = (byte[])whole.Clone();
                    changed[at] = value;
                    var (picture, because) = CleanPicture.Of(changed);
                    (picture is null).ShouldBe(because is not null);
                }
            }
        }
    }

    [Fact]
    public void Too_big_and_too_wide_say_so()
    {
        var big = new byte[CleanPicture.MostBytes + 1];
        APicture.Jpeg(40, 30, "PLACE").CopyTo(big, 0);
        CleanPicture.Of(big).Because!.Message.ShouldStartWith("That photo is too big. The most is 6 MB.");
        CleanPicture.Of(APicture.Jpeg(12_001, 30, "PLACE")).Because.ShouldBeOfType<PictureTooWide>();
        CleanPicture.Of(APicture.Png(12_000, 12_000, "text")).Because.ShouldBeOfType<PictureTooWide>();
    }
}
