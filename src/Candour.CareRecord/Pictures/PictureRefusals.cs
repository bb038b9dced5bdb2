namespace Candour.CareRecord.Pictures;

public sealed record PictureTooBig() : Refusal($"That photo is too big. The most is {CleanPicture.MostBytes / 1024 / 1024} MB. Take it again in a smaller size")
{
    public override string Field => "Photo";
}

public sealed record NotAPicture() : Refusal("We can keep photos as JPEG or PNG only. Take a photo with a phone or tablet, or save the scan as JPEG")
{
    public override string Field => "Photo";
}

public sealed record PictureBroken() : Refusal("That photo did not come whole. Choose it again")
{
    public override string Field => "Photo";
}

public sealed record PictureTooWide() : Refusal("That photo has too many dots to show. Take it again in a smaller size")
{
    public override string Field => "Photo";
}

public sealed record ChooseAPicture() : Refusal("Choose the photo of the paper")
{
    public override string Field => "Photo";
}

public sealed record EnoughPictures() : Refusal($"There are already {KeepPaperPicture.Most} photos of this paper. That is the most.")
{
    public override string Field => "Photo";
}

public sealed record NoPaperHere() : Refusal("These answers were not entered from paper, so there is no paper to show.");
